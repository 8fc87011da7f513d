package io.databourse.mpc.many;

import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import java.util.List;
import java.util.Map;

/// `mpc/psi-many`.
public final class ManyTask {
    static final List<TaskParameter> PARAMETERS =
            List.of(WholeParameter.MINIMUM_RESULT_SIZE, TaskParameter.KEY_RULES);

    public static final MpcTask TASK =
            new MpcTask(
                    ManyCard.card(),
                    PARAMETERS,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(ManyOwner::run),
                            PsiCard.COMPUTE, PsiOutcomes.of(ManyNode::run)),
                    ProxyEstimate.TAGS::of);

    private ManyTask() {}
}
