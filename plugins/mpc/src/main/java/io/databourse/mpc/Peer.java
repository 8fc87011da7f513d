package io.databourse.mpc;

import io.databourse.plugin.Channel;
import java.nio.ByteBuffer;

/// A channel on which every message begins with a byte that says its kind. The first message in
/// each direction begins with the protocol's version.
final class Peer {
    static final byte VERSION = 1;

    /// version, X25519 public key (32 bytes); owner to owner.
    static final byte KEY = 1;

    /// version, minimum result size (8), size of the set (8); owner to compute node.
    static final byte SIZE = 2;

    /// version, tag length (1); compute node to owner.
    static final byte START = 3;

    /// tags, each of the agreed length, in ascending order; owner to compute node.
    static final byte TAGS = 4;

    /// number of tags sent (8); owner to compute node.
    static final byte TAGS_END = 5;

    /// [#REVEALED] or [#BELOW_MINIMUM] (1), and for the receiver the number of ranks (8); compute
    /// node to owner.
    static final byte VERDICT = 6;

    /// differences of ascending ranks as varints; compute node to receiver.
    static final byte RANKS = 7;

    static final byte REVEALED = 0;
    static final byte BELOW_MINIMUM = 1;

    /// Large enough to make the cost of a message small, small enough to flow evenly.
    static final int MESSAGE_BYTES = 256 << 10;

    private final String name;
    private final Channel channel;

    Peer(String name, Channel channel) {
        this.name = name;
        this.channel = channel;
    }

    static ByteBuffer message(byte kind, int payload) {
        return ByteBuffer.allocate(1 + payload).put(kind);
    }

    /// Sends what has been put into the message.
    void send(ByteBuffer message) throws InterruptedException {
        channel.send(message.flip());
    }

    /// The payload of the next message, which has to be of this kind.
    ByteBuffer receive(byte kind) throws InterruptedException {
        var message = receive();
        require(message.get() == kind, "a message of another kind than " + kind);
        return message;
    }

    /// The payload of the next message, which has to be of this kind and length.
    ByteBuffer receive(byte kind, int payload) throws InterruptedException {
        var message = receive(kind);
        require(message.remaining() == payload, "a message of wrong length");
        return message;
    }

    /// The next message, kind first.
    ByteBuffer receive() throws InterruptedException {
        var message = channel.receive();
        require(message.isPresent(), "its end before it was done");
        var bytes = message.orElseThrow();
        require(bytes.hasRemaining(), "an empty message");
        return bytes;
    }

    void requireVersion(byte version) {
        require(version == VERSION, "version " + version + " of the protocol, not " + VERSION);
    }

    void require(boolean fine, String sent) {
        if (!fine) {
            throw wrong(sent);
        }
    }

    WrongMessageException wrong(String sent) {
        return new WrongMessageException("party " + name + " sent " + sent);
    }
}
