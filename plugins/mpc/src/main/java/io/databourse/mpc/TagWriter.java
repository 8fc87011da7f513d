package io.databourse.mpc;

import java.nio.ByteBuffer;

/// Sends the first bytes of tags that ascend; [TagStream] reads them.
public final class TagWriter {
    private final Peer peer;
    private final int tagBytes;
    private final int perMessage;
    private ByteBuffer message;
    private int count;

    public TagWriter(Peer peer, int tagBytes) {
        this.peer = peer;
        this.tagBytes = tagBytes;
        this.perMessage = (Peer.MESSAGE_BYTES - Peer.HEADER) / tagBytes;
        this.message = begin();
    }

    /// With bytes to spare, so that tags can be written as two whole numbers.
    private ByteBuffer begin() {
        return Peer.message(Peer.TAGS, perMessage * tagBytes + 2 * Long.BYTES);
    }

    public void put(long high, long low) throws InterruptedException {
        int at = Peer.HEADER + count * tagBytes;
        message.putLong(at, high);
        message.putLong(at + Long.BYTES, low);
        if (++count == perMessage) {
            flush();
        }
    }

    /// Sends what has not been sent.
    public void flush() throws InterruptedException {
        if (count > 0) {
            peer.send(message.position(Peer.HEADER + count * tagBytes));
            message = begin();
            count = 0;
        }
    }
}
