package io.databourse.mpc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The tags that an owner sends, one after the other; only one message is in memory.
public final class TagStream {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Peer owner;
    private final int tagBytes;
    private final long highMask;
    private final long lowMask;
    private byte[] block = new byte[Peer.MESSAGE_BYTES + 2 * Long.BYTES];
    private int at;
    private int filled;
    private long left;
    private long high;
    private long low;

    public TagStream(Peer owner, long size, int tagBytes) {
        this.owner = owner;
        this.left = size;
        this.tagBytes = tagBytes;
        this.highMask = mask(Math.min(tagBytes, Long.BYTES));
        this.lowMask = mask(Math.max(0, tagBytes - Long.BYTES));
    }

    /// Keeps this many bytes from the left.
    static long mask(int bytes) {
        return bytes == 0 ? 0 : -1L << (Long.SIZE - 8 * bytes);
    }

    /// Moves on to the next tag; false after the last.
    public boolean next() throws InterruptedException {
        if (at == filled) {
            if (left == 0) {
                return false;
            }
            fill();
        }
        // both reads may run over the tag into what follows; the masks cut that off
        long nextHigh = (long) LONG.get(block, at) & highMask;
        long nextLow = (long) LONG.get(block, at + Long.BYTES) & lowMask;
        owner.require(order(high, low, nextHigh, nextLow) <= 0, "tags that do not ascend");
        high = nextHigh;
        low = nextLow;
        at += tagBytes;
        return true;
    }

    private void fill() throws InterruptedException {
        var message = owner.receive(Peer.TAGS);
        filled = message.remaining();
        at = 0;
        owner.require(filled > 0 && filled % tagBytes == 0, "half a tag");
        left -= filled / tagBytes;
        owner.require(left >= 0, "more tags than it said");
        if (filled + 2 * Long.BYTES > block.length) {
            block = new byte[filled + 2 * Long.BYTES];
        }
        message.get(block, 0, filled);
    }

    /// Reads what is left and makes sure that it was all.
    public void finish(long size) throws InterruptedException {
        drain();
        owner.require(
                owner.receive(Peer.TAGS_END, Long.BYTES).getLong() == size,
                "another number of tags than it said");
    }

    /// Reads what is left.
    void drain() throws InterruptedException {
        boolean more = true;
        while (more) {
            more = next();
        }
    }

    /// How this stream's tag compares with another.
    int compareTo(long otherHigh, long otherLow) {
        return order(high, low, otherHigh, otherLow);
    }

    /// How this stream's tag compares with the other's.
    int compareTo(TagStream other) {
        return order(high, low, other.high, other.low);
    }

    private static int order(long highA, long lowA, long highB, long lowB) {
        int order = Long.compareUnsigned(highA, highB);
        return order != 0 ? order : Long.compareUnsigned(lowA, lowB);
    }
}
