package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.group.Element;
import io.databourse.mpc.vole.VoleReceiver;
import io.databourse.mpc.vole.VoleSender;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.TaskRequest;
import java.util.ArrayList;
import java.util.List;

/// What a task on [DistributedOwner] takes, if every row has a key of its own.
///
/// @param label bytes that the other owner sends for each of its places besides the output
/// @param workspace bytes on disk for each row at each party, besides tags
public record DistributedEstimate(int label, int workspace) {
    /// Outputs alone.
    static final DistributedEstimate OUTPUTS = new DistributedEstimate(0, 0);

    /// Heap of a party, above what the sort takes: the vectors of a bucket or two.
    private static final long MEMORY_BYTES = 384L << 20;

    /// Keys, sizes, seeds and verdict, with the headers of the messages.
    private static final long ONCE = 1024 + VoleReceiver.BASE * Element.BYTES;

    /// Names and types of columns that come with labels.
    private static final long COLUMNS = 16 << 10;

    public Estimate of(TaskRequest request) {
        var owners = request.inRole(PsiCard.DATA);
        boolean firstReceives = owners.getFirst().party().receivesResult();
        boolean both = firstReceives && owners.getLast().party().receivesResult();
        long first = ProxyEstimate.rows(owners.getFirst());
        long second = ProxyEstimate.rows(owners.getLast());
        var buckets = firstReceives ? Buckets.of(first, second) : Buckets.of(second, first);
        var parties = new ArrayList<Estimate.PartyEstimate>();
        for (var owner : owners) {
            boolean receiver = firstReceives == owner.equals(owners.getFirst());
            long bucket = receiver ? fromReceiver(buckets) : fromOther(buckets);
            long told = both && receiver ? told(ProxyEstimate.rows(owner), buckets) : 0;
            long kept = both && !receiver ? Long.BYTES * buckets.places() : told;
            parties.add(
                    new Estimate.PartyEstimate(
                            owner.party().id(),
                            ONCE
                                    + (label > 0 ? COLUMNS : 0)
                                    + buckets.count() * (bucket + bucket / 1024 + 256)
                                    + told,
                            MEMORY_BYTES,
                            ProxyEstimate.rows(owner)
                                            * (ProxyEstimate.WORKSPACE_BYTES_PER_ROW + workspace)
                                    + kept));
        }
        return new Estimate(1, ProxyEstimate.time(request), List.copyOf(parties));
    }

    /// Places as differences: a byte each, and another for each factor of 128 in a gap.
    private static long told(long matches, Buckets buckets) {
        long bytes = matches + buckets.places() / 128;
        return bytes + bytes / 1024 + 64;
    }

    private static long fromReceiver(Buckets buckets) {
        return VoleReceiver.requestBytes(buckets.correlation())
                + (long) BulkAes.BLOCK_BYTES * buckets.store().size();
    }

    private long fromOther(Buckets buckets) {
        return VoleSender.answerBytes(buckets.correlation())
                + (long) (buckets.tagBytes() + label) * buckets.otherCapacity();
    }
}
