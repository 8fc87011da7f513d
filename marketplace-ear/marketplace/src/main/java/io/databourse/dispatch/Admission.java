package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard;
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
    private final Seating seating;
    private final ProductService products;
    private final PluginCatalog plugins;

    @Inject
    Admission(Seating seating, ProductService products, PluginCatalog plugins) {
        this.seating = seating;
        this.products = products;
        this.plugins = plugins;
    }

    /// @throws Refusal if the contract or the plugin does not allow it, or a node is not active
    Admitted admit(Contract contract, JobRequest request) {
        PolicyCheck.check(contract, request);
        OfferedPlugin offer = plugins.offer(request.plugin()).orElseThrow(() -> unknown(request));
        TaskCard card = plugins.task(request.task()).orElseThrow(() -> unknown(request));
        PolicyCheck.own(request, Seating.onlyReceives(card));
        DataProduct product = products.find(Caller.system(), contract.productId());
        List<Seat> seats = seating.seats(card, contract, request, product.source());
        Map<String, String> parameters = TaskParameters.of(card, request, contract);
        DatasetCards cards =
                new DatasetCards(request, product, ProviderColumns.of(card, contract.policy()));
        Plan plan =
                plugins.plan(
                        request.plugin(),
                        new TaskRequest(
                                request.taskName(),
                                new Parameters(parameters),
                                seats.stream()
                                        .map(seat ->
                                                new TaskRequest.Participant(
                                                        seat.party(), cards.inputs(seat)))
                                        .toList()));
        return switch (plan) {
            case Plan.Accepted accepted -> new Admitted(offer, accepted, seats, parameters, cards);
            case Plan.Refused(var problems) -> throw refusal(problems);
        };
    }

    private static Refusal unknown(JobRequest request) {
        return Refusal.of(
                ErrorCode.TASK_NOT_ALLOWED, "The exchange has no task %s.", request.task());
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
