package io.databourse.mpc;

import io.databourse.plugin.Estimate;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskRequest;
import java.time.Duration;
import java.util.ArrayList;

/// What a task in proxy form takes, if every row has a key of its own: tags from the owners to the
/// compute node and ranks back, and what a task adds.
///
/// @param fromOther bytes that the other owner sends for each of its rows, besides its tag
/// @param fromNode bytes that the compute node sends for each of the other owner's rows, besides
///   ranks
/// @param workspace bytes on disk for each row at each party, besides tags
public record ProxyEstimate(long fromOther, long fromNode, long workspace) {
    /// Heap of a party: the sort buffer, the merge buffers and the JVM's own.
    private static final long MEMORY_BYTES = 256L << 20;

    /// Sorted runs, the sorted tags and the row numbers lie on disk together for a while.
    static final long WORKSPACE_BYTES_PER_ROW = 50;

    private static final long ROWS_PER_SECOND = 400_000;

    /// Keys, sizes, schemas and verdicts, with the headers of the messages.
    private static final long ONCE = 16 << 10;

    /// Tags and ranks alone.
    public static final ProxyEstimate TAGS = new ProxyEstimate(0, 0, 0);

    public Estimate of(TaskRequest request) {
        long total = totalRows(request);
        int tagBytes = TagLength.of(total, total);
        var parties = new ArrayList<Estimate.PartyEstimate>();
        for (var participant : request.participants()) {
            long rows = rows(participant);
            boolean data = participant.party().role().equals(PsiCard.DATA);
            long payload =
                    data
                            ? rows * (tagBytes + (receives(participant) ? 0 : fromOther))
                            : (2 + fromNode) * total;
            parties.add(
                    new Estimate.PartyEstimate(
                            participant.party().id(),
                            payload + payload / 1024 + ONCE,
                            MEMORY_BYTES,
                            data
                                    ? rows * (WORKSPACE_BYTES_PER_ROW + workspace)
                                    : (2 + workspace) * total));
        }
        return new Estimate(1, time(request), parties);
    }

    private static boolean receives(TaskRequest.Participant participant) {
        return participant.party().receivesResult();
    }

    static Duration time(TaskRequest request) {
        return Duration.ofSeconds(5 + totalRows(request) / ROWS_PER_SECOND);
    }

    private static long totalRows(TaskRequest request) {
        return request.inRole(PsiCard.DATA).stream().mapToLong(ProxyEstimate::rows).sum();
    }

    /// Rows that an owner brings at most.
    public static long rows(TaskRequest.Participant participant) {
        var card = participant.inputs().get(PartyContext.INPUT);
        return card == null ? 0 : card.rowCount();
    }
}
