package io.databourse.mpc.ecdh;

import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What tasks that begin with [ShuffledOwner] have in common.
public final class ShuffledTask {
    private static final long MEMORY_BYTES = 512L << 20;

    /// Sizes, verdict, base transfers and headers of messages.
    private static final long ONCE = 32 << 10;

    private static final long ROWS_PER_SECOND = 2000;

    /// Sorted runs, tags and row numbers.
    private static final long WORKSPACE_BYTES_PER_ROW = 50;

    private ShuffledTask() {}

    /// All is held in memory, and each key costs two multiplications at each owner.
    public static List<Plan.Problem> check(TaskRequest request) {
        return request.inRole(PsiCard.DATA).stream()
                .filter(owner -> ProxyEstimate.rows(owner) > EcdhTask.MOST_ROWS)
                .map(owner ->
                        new Plan.Problem(
                                owner.party().id(),
                                new Text(
                                        "每方至多 1,048,576 条记录；更多记录请用代理形态",
                                        "at most 1,048,576 rows an owner; take the proxy form for"
                                                + " more")))
                .toList();
    }

    /// What it takes, if each owner sends so many bytes more for each of the other owner's rows.
    public static Estimate estimate(TaskRequest request, long fromReceiver, long fromOther) {
        var owners = request.inRole(PsiCard.DATA);
        long total = owners.stream().mapToLong(ProxyEstimate::rows).sum();
        var parties = new ArrayList<Estimate.PartyEstimate>();
        for (var owner : owners) {
            long rows = ProxyEstimate.rows(owner);
            long payload =
                    rows * Element.BYTES
                            + (owner.party().receivesResult()
                                    ? (total - rows) * fromReceiver
                                    : (total - rows) * Mask.FINAL_BYTES + rows * fromOther);
            parties.add(
                    new Estimate.PartyEstimate(
                            owner.party().id(),
                            payload + payload / 1024 + ONCE,
                            MEMORY_BYTES,
                            rows * (WORKSPACE_BYTES_PER_ROW + 2 * fromOther)));
        }
        return new Estimate(1, Duration.ofSeconds(5 + total / ROWS_PER_SECOND), parties);
    }
}
