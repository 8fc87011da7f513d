package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.PartyRole;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskRequest;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/// Decides whether a job may be run under a contract. The same questions are asked when it is
/// requested and again before each attempt, as contracts expire and nodes are revoked.
@ApplicationScoped
class Admission {
    private final MembershipService membership;
    private final ProductService products;
    private final PluginCatalog plugins;

    @Inject
    Admission(MembershipService membership, ProductService products, PluginCatalog plugins) {
        this.membership = membership;
        this.products = products;
        this.plugins = plugins;
    }

    /// @throws Refusal if the contract or the plugin does not allow it, or a node is not active
    Admitted admit(Contract contract, JobRequest request) {
        PolicyCheck.check(contract, request);
        String plugin = request.task().substring(0, request.task().indexOf('/'));
        OfferedPlugin offer =
                plugins.offer(plugin)
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.TASK_NOT_ALLOWED,
                                        "The exchange has no plugin %s.",
                                        plugin));
        DataProduct product = products.find(Caller.system(), contract.productId());
        List<Seat> seats = seats(contract, request, product);
        Plan plan = plugins.plan(plugin, taskRequest(contract, request, product, seats));
        return switch (plan) {
            case Plan.Accepted accepted -> new Admitted(offer, accepted, seats);
            case Plan.Refused(var problems) -> throw refusal(problems);
        };
    }

    private List<Seat> seats(Contract contract, JobRequest request, DataProduct product) {
        PartyNode consumer = active(contract.signature(PartyRole.CONSUMER).nodeId());
        PartyNode provider = active(contract.signature(PartyRole.PROVIDER).nodeId());
        PartyNode compute =
                active(
                        membership
                                .computeNode()
                                .orElseThrow(() ->
                                        Refusal.of(
                                                ErrorCode.NODE_NOT_ACTIVE,
                                                "The exchange has no compute node."))
                                .id());
        return List.of(
                new Seat(
                        new PartyContext.Party("p1", "DATA", true),
                        PartyRole.CONSUMER,
                        consumer,
                        request.own().source()),
                new Seat(
                        new PartyContext.Party("p2", "DATA", false),
                        PartyRole.PROVIDER,
                        provider,
                        product.source()),
                new Seat(
                        new PartyContext.Party("p3", "COMPUTE", false),
                        PartyRole.COMPUTE,
                        compute,
                        ""));
    }

    private PartyNode active(NodeId id) {
        PartyNode node = membership.find(Caller.system(), id);
        if (node.state() != NodeState.ACTIVE || node.channelEndpoint().isEmpty()) {
            throw Refusal.of(
                    ErrorCode.NODE_NOT_ACTIVE, "The node %s is %s.", node.name(), node.state());
        }
        return node;
    }

    private static TaskRequest taskRequest(
            Contract contract, JobRequest request, DataProduct product, List<Seat> seats) {
        DatasetCards cards = new DatasetCards(request, product);
        return new TaskRequest(
                request.task().substring(request.task().indexOf('/') + 1),
                new Parameters(
                        Map.of(
                                Parameters.MINIMUM_RESULT_SIZE,
                                String.valueOf(contract.policy().minimumResultSize()))),
                seats.stream()
                        .map(seat ->
                                new TaskRequest.Participant(
                                        seat.party(), cards.inputs(seat.side())))
                        .toList());
    }

    private static Refusal refusal(List<Plan.Problem> problems) {
        String detail =
                String.join(
                        "; ",
                        problems.stream()
                                .map(each -> each.subject() + ": " + each.message().en())
                                .toList());
        return Refusal.of(ErrorCode.PLAN_REFUSED, "%s", detail)
                .at(
                        problems.stream()
                                .map(each ->
                                        new FieldError(
                                                "/" + each.subject(),
                                                each.message().zh() + " / " + each.message().en(),
                                                ""))
                                .toArray(FieldError[]::new));
    }
}
