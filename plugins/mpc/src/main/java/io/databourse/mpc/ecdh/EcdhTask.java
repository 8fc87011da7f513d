package io.databourse.mpc.ecdh;

import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `mpc/psi-ecdh`.
public final class EcdhTask {
    static final String NAME = "psi-ecdh";

    /// Each key costs two multiplications at each owner, and all are held in memory.
    static final long MOST_ROWS = 1 << 20;

    static final List<TaskParameter> PARAMETERS =
            List.of(
                    WholeParameter.MINIMUM_RESULT_SIZE,
                    TaskParameter.KEY_RULES,
                    TaskParameter.DUPLICATES);

    public static final MpcTask TASK =
            new MpcTask(
                    EcdhCard.card(),
                    PARAMETERS,
                    Map.of(PsiCard.DATA, PsiOutcomes.of(EcdhOwner::run)),
                    EcdhTask::check,
                    EcdhTask::estimate);

    private static final long MEMORY_BYTES = 384L << 20;

    /// Sizes and verdict, and headers of the messages.
    private static final long ONCE = 1024;

    private static final long ROWS_PER_SECOND = 3000;

    /// Sorted runs, tags and row numbers.
    private static final long WORKSPACE_BYTES_PER_ROW = 50;

    private EcdhTask() {}

    private static List<Plan.Problem> check(TaskRequest request) {
        return request.inRole(PsiCard.DATA).stream()
                .filter(owner -> ProxyEstimate.rows(owner) > MOST_ROWS)
                .map(owner ->
                        new Plan.Problem(
                                owner.party().id(),
                                new Text(
                                        "每方至多 1,048,576 条记录；更多记录请用 psi-distributed",
                                        "at most 1,048,576 rows an owner; take psi-distributed"
                                                + " for more")))
                .toList();
    }

    private static Estimate estimate(TaskRequest request) {
        var owners = request.inRole(PsiCard.DATA);
        long total = owners.stream().mapToLong(ProxyEstimate::rows).sum();
        var parties = new ArrayList<Estimate.PartyEstimate>();
        for (var owner : owners) {
            long rows = ProxyEstimate.rows(owner);
            long answers = owner.party().receivesResult() ? 0 : total - rows;
            long payload = rows * Element.BYTES + answers * Mask.FINAL_BYTES;
            parties.add(
                    new Estimate.PartyEstimate(
                            owner.party().id(),
                            payload + payload / 1024 + ONCE,
                            MEMORY_BYTES,
                            rows * WORKSPACE_BYTES_PER_ROW));
        }
        return new Estimate(1, Duration.ofSeconds(5 + total / ROWS_PER_SECOND), parties);
    }
}
