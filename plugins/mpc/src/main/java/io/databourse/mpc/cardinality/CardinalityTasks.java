package io.databourse.mpc.cardinality;

import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import io.databourse.mpc.ecdh.ShuffledTask;
import java.util.List;
import java.util.Map;

/// The tasks of this package.
public final class CardinalityTasks {
    /// The column of the result.
    static final String COUNT = "count";

    static final List<TaskParameter> PARAMETERS =
            List.of(WholeParameter.MINIMUM_RESULT_SIZE, TaskParameter.KEY_RULES);

    /// `mpc/psi-cardinality`.
    public static final MpcTask PROXY =
            new MpcTask(
                    ProxyCard.card(),
                    PARAMETERS,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(ProxyPrograms::owner),
                            PsiCard.COMPUTE, PsiOutcomes.of(ProxyPrograms::node)),
                    ProxyEstimate.TAGS::of);

    /// `mpc/psi-cardinality-distributed`.
    public static final MpcTask DISTRIBUTED =
            new MpcTask(
                    DistributedCard.card(),
                    PARAMETERS,
                    Map.of(PsiCard.DATA, PsiOutcomes.of(DistributedPrograms::run)),
                    ShuffledTask::check,
                    request -> ShuffledTask.estimate(request, 0, 0));

    private CardinalityTasks() {}
}
