package io.databourse.mpc.join;

import io.databourse.mpc.DistributedEstimate;
import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import java.util.List;
import java.util.Map;

/// The tasks of this package.
public final class JoinTasks {
    static final List<TaskParameter> PARAMETERS =
            List.of(WholeParameter.MINIMUM_RESULT_SIZE, TaskParameter.KEY_RULES, Label.BYTES);

    /// Room for what each owner notes of places and rows.
    private static final int PLACE_BYTES = 6 * Long.BYTES;

    /// `mpc/psi-join`.
    public static final MpcTask PROXY =
            new MpcTask(
                    ProxyCard.card(),
                    PARAMETERS,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(ProxyJoin::run),
                            PsiCard.COMPUTE, PsiOutcomes.of(JoinNode::run)),
                    request -> {
                        int label = Label.length(request.parameters());
                        return new ProxyEstimate(label, label, label + Long.BYTES).of(request);
                    });

    /// `mpc/psi-join-distributed`.
    public static final MpcTask DISTRIBUTED =
            new MpcTask(
                    DistributedCard.card(),
                    PARAMETERS,
                    Map.of(PsiCard.DATA, PsiOutcomes.of(DistributedJoin::run)),
                    request -> {
                        int label = Label.length(request.parameters());
                        return new DistributedEstimate(label, label + PLACE_BYTES).of(request);
                    });

    private JoinTasks() {}
}
