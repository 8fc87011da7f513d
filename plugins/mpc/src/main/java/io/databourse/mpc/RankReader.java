package io.databourse.mpc;

import java.nio.ByteBuffer;

/// The ranks of matches that the compute node sends, one after the other; [RankSpool] wrote them.
public final class RankReader {
    private final Peer compute;
    private final long size;
    private final long ranks;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private long rank = -1;
    private long received;

    /// Reads so many matches of so many ranks.
    public RankReader(Peer compute, long size, long ranks) {
        this.compute = compute;
        this.size = size;
        this.ranks = ranks;
    }

    /// Whether there is another; every message has to be used up by then.
    public boolean hasNext() {
        compute.require(received < size || !message.hasRemaining(), "more ranks than it said");
        return received < size;
    }

    /// The next rank, which is larger than the one before.
    public long next() throws InterruptedException {
        if (!message.hasRemaining()) {
            message = compute.receive(Peer.RANKS);
        }
        rank += readDifference();
        compute.require(rank < ranks, "a rank that does not exist");
        received++;
        return rank;
    }

    private long readDifference() {
        long value = 0;
        for (int shift = 0; shift < 56; shift += 7) {
            compute.require(message.hasRemaining(), "half a rank");
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                compute.require(value > 0, "ranks that do not ascend");
                return value;
            }
        }
        throw compute.wrong("a rank that is too large");
    }
}
