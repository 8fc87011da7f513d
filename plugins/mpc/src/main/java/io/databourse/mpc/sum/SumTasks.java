package io.databourse.mpc.sum;

import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.ecdh.ShuffledTask;
import io.databourse.mpc.ot.TransferExtension;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tasks of this package.
public final class SumTasks {
    /// `mpc/psi-sum`.
    public static final MpcTask PROXY =
            new MpcTask(
                    ProxyCard.card(),
                    SumParameters.ALL,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(ProxySum::run),
                            PsiCard.COMPUTE, PsiOutcomes.of(SumNode::run)),
                    SumTasks::check,
                    request -> {
                        long bytes = (long) Long.BYTES * columns(request);
                        return new ProxyEstimate(bytes, Long.BYTES, 2 * bytes + Long.BYTES)
                                .of(request);
                    });

    /// `mpc/psi-sum-distributed`.
    public static final MpcTask DISTRIBUTED =
            new MpcTask(
                    DistributedCard.card(),
                    SumParameters.ALL,
                    Map.of(PsiCard.DATA, PsiOutcomes.of(DistributedSum::run)),
                    SumTasks::checkBoth,
                    request ->
                            ShuffledTask.estimate(
                                    request,
                                    TransferExtension.messageBytes(1),
                                    (long) Long.BYTES * columns(request)));

    private SumTasks() {}

    private static List<Plan.Problem> checkBoth(TaskRequest request) {
        var problems = new ArrayList<>(ShuffledTask.check(request));
        problems.addAll(check(request));
        return problems;
    }

    /// Whose columns are summed the card cannot say.
    static List<Plan.Problem> check(TaskRequest request) {
        var problems = new ArrayList<Plan.Problem>();
        for (var owner : request.inRole(PsiCard.DATA)) {
            if (owner.party().receivesResult() != results(owner).isEmpty()) {
                problems.add(
                        new Plan.Problem(
                                owner.party().id() + "/result",
                                new Text(
                                        "被合计的列由另一方指定，结果方不指定",
                                        "the other owner names the columns to be summed, and the"
                                                + " receiver none")));
            }
        }
        return problems;
    }

    /// How many columns are summed.
    static int columns(TaskRequest request) {
        return request.inRole(PsiCard.DATA).stream().mapToInt(each -> results(each).size()).sum();
    }

    private static List<String> results(TaskRequest.Participant owner) {
        var card = owner.inputs().get(PartyContext.INPUT);
        return card == null ? List.of() : card.columns(ColumnUse.RESULT);
    }
}
