package io.databourse.mpc.ecdh;

import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What tasks that begin with [ShuffledOwner] have in common.
public final class ShuffledTask {
    public static final Text SEMI_HONEST =
            new Text(
                    "半诚实：双方按协议执行，但可能分析其所见。",
                    "Semi-honest: both parties follow the protocol and may study what they see.");

    public static final Text NOT_MALICIOUS =
            new Text(
                    "不防止恶意方：任一方可虚报输入；偏离协议的一方可能得知更多。",
                    "Not against malicious parties: an owner can make up its input, and one that"
                            + " departs from the protocol may learn more.");

    public static final Text MINIMUM_AT_RECEIVER =
            new Text(
                    "最小结果数由结果方的节点执行，并无中立方：该节点得知小于最小结果数的交集大小。",
                    "The minimum result size is kept by the receiver's node, for there is no neutral"
                            + " party: that node learns the size of an intersection below it.");

    /// What the owners see of sizes.
    public static final List<Disclosure.Size> SIZES =
            List.of(
                    new Disclosure.Size(
                            PsiCard.RECEIVER_SET_SIZE,
                            PsiCard.DATA,
                            new Text(
                                    "结果方的去重标识数（另一方得知）",
                                    "Distinct keys of the receiver (seen by the other owner)")),
                    new Disclosure.Size(
                            PsiCard.OTHER_SET_SIZE,
                            PsiCard.DATA,
                            new Text(
                                    "另一方的去重标识数（结果方得知）",
                                    "Distinct keys of the other owner (seen by the receiver)")),
                    new Disclosure.Size(
                            PsiCard.INTERSECTION_SIZE,
                            PsiCard.DATA,
                            new Text("交集大小（仅结果方）", "Size of the intersection (receiver only)")));

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
