package io.databourse.dispatch;

import io.databourse.algorithm.Submissions;
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
    private final Submissions algorithms;

    @Inject
    Admission(
            Seating seating,
            ProductService products,
            PluginCatalog plugins,
            Submissions algorithms) {
        this.seating = seating;
        this.products = products;
        this.plugins = plugins;
        this.algorithms = algorithms;
    }

    /// @throws Refusal if the contract or the plugin does not allow it, or a node is not active
    Admitted admit(Contract contract, JobRequest request) {
        PolicyCheck.check(contract, request);
        OfferedPlugin offer = plugins.offer(request.plugin()).orElseThrow(() -> unknown(request));
        TaskCard card = plugins.task(request.task()).orElseThrow(() -> unknown(request));
        PolicyCheck.own(request, Seating.onlyReceives(card));
        DataProduct product = products.find(Caller.system(), contract.productId());
        List<Seat> seats = seating.seats(card, contract, request, product.source());
        Map<String, String> parameters = TaskParameters.of(card, request, contract, algorithms);
        DatasetCards cards =
                new DatasetCards(
                        request,
                        product,
                        ResultColumns.provider(
                                card,
                                request.provider().resultColumns(),
                                contract.policy(),
                                DatasetCards.of(product, Map.of()).schema()),
                        DatasetCards.tables(
                                contract.policy()
                                        .room()
                                        .filter(_ -> parameters.containsKey(TaskParameters.RULES)),
                                products));
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

    /// What is asked of a job once, when it is new: an algorithm that is given up since does not
    /// stop a job that was started with it.
    ///
    /// @throws Refusal if the job names an algorithm that may not be used newly
    Admitted admitNew(Contract contract, JobRequest request) {
        Admitted admitted = admit(contract, request);
        String reference = request.parameters().get(TaskParameters.ALGORITHM);
        if (reference != null && admitted.parameters().containsKey(TaskParameters.SCRIPT_HASH)) {
            // Whether rows that are made up may be shown to any script, the provider's node
            // decides.
            algorithms.requireUsable(contract, reference, !request.isDryRun());
        }
        return admitted;
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
