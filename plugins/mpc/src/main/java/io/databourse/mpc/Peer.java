package io.databourse.mpc;

import io.databourse.plugin.Channel;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// A channel on which every message begins with its kind (1 byte), its number in its direction (4),
/// and the CRC-32C (RFC 3720) of itself without these four bytes (4). The channel itself is
/// authenticated; the checksum finds what goes wrong on this side of it, and the number finds
/// messages that are lost, repeated or out of order. The first message in each direction begins
/// with the protocol's version.
public final class Peer {
    public static final byte VERSION = 3;

    /// version, X25519 public key (32 bytes); owner to owner.
    static final byte KEY = 1;

    /// version, minimum result size (8), size of the set (8); owner to compute node.
    public static final byte SIZE = 2;

    /// version, tag length (1); compute node to owner.
    public static final byte START = 3;

    /// tags, each of the agreed length, in ascending order; owner to compute node.
    public static final byte TAGS = 4;

    /// number of tags sent (8); owner to compute node.
    public static final byte TAGS_END = 5;

    /// [#REVEALED] or [#BELOW_MINIMUM] (1), and for the receiver the number of ranks (8); compute
    /// node to owner.
    public static final byte VERDICT = 6;

    /// differences of ascending ranks as varints; compute node to receiver. Those of places, where
    /// the receiver tells the other owner what matches.
    public static final byte RANKS = 7;

    /// minimum result size (8), number of elements (8), buckets that are done (8); owner to owner.
    static final byte OWNERS_SIZE = 8;

    /// an element of the group (32); receiver to other owner.
    static final byte BASE_TRANSFERS = 9;

    /// elements of the group; other owner to receiver.
    static final byte BASE_CHOICES = 10;

    /// the part (4), and what the silent correlation asks for; receiver to other owner.
    static final byte CORRELATION_REQUEST = 11;

    /// what the silent correlation answers; other owner to receiver.
    static final byte CORRELATION_ANSWER = 12;

    /// the seed of a store (16); receiver to other owner.
    static final byte STORE_SEED = 13;

    /// blocks of a masked store; receiver to other owner.
    static final byte STORE = 14;

    /// number of places (8) that match; receiver to other owner, if both receive the result.
    static final byte PLACES = 48;

    /// the name of the attempt of each bucket whose places are known (8 each); receiver to other
    /// owner. How many of them the other owner knows too (4); back.
    static final byte PLACES_KEPT = 49;

    /// the hash that names the kept tags, or random bytes (16); owner to owner.
    static final byte KEPT = 15;

    /// [#REVEALED], [#BELOW_MINIMUM] or [#DISPROVED] (1); receiver to other owner.
    public static final byte CHECKED = 40;

    /// the key of all owners, with a key of the two added (32); receiver to other owner.
    public static final byte GROUP_KEY = 44;

    /// whether all owners have kept the same tags (1); receiver to other owner.
    public static final byte KEPT_BY_ALL = 47;

    /// version, minimum result size (8), number of elements (8); owner to owner.
    public static final byte ECDH_SIZE = 41;

    /// a batch of masked elements (32 each); owner to owner.
    public static final byte ECDH_MASKED = 42;

    /// hashes of a batch of elements that are masked twice (16 each); other owner to receiver.
    public static final byte ECDH_ANSWER = 43;

    /// the job's terms (32); owner to owner.
    static final byte TERMS = 45;

    /// whether rows repeat keys (1), where the job refuses that; owner to owner.
    static final byte REPEATED_KEYS = 46;

    public static final byte REVEALED = 0;
    public static final byte BELOW_MINIMUM = 1;

    /// The receiver has found the compute node to cheat.
    public static final byte DISPROVED = 2;

    /// Large enough to make the cost of a message small, small enough to flow evenly.
    public static final int MESSAGE_BYTES = 256 << 10;

    /// Bytes before the payload.
    public static final int HEADER = 9;

    private static final int CHECKSUM_AT = 5;

    private final String name;
    private final Channel channel;
    private final CRC32C checksum = new CRC32C();
    private int sent;
    private int received;

    public Peer(String name, Channel channel) {
        this.name = name;
        this.channel = channel;
    }

    /// A message of a kind with room for a payload.
    public static ByteBuffer message(byte kind, int payload) {
        return ByteBuffer.allocate(HEADER + payload).put(kind).position(HEADER);
    }

    /// Sends what has been put into the message.
    public void send(ByteBuffer message) throws InterruptedException {
        message.flip().putInt(1, sent++);
        channel.send(message.putInt(CHECKSUM_AT, checksum(message)));
    }

    private int checksum(ByteBuffer message) {
        int begin = message.position();
        checksum.reset();
        checksum.update(message.slice(begin, CHECKSUM_AT));
        checksum.update(message.slice(begin + HEADER, message.remaining() - HEADER));
        return (int) checksum.getValue();
    }

    /// The payload of the next message, which has to be of this kind.
    public ByteBuffer receive(byte kind) throws InterruptedException {
        var message = receive();
        int begin = message.position();
        require(message.get(begin) == kind, "a message of another kind than " + kind);
        return message.position(begin + HEADER);
    }

    /// The payload of the next message, which has to be of this kind and length.
    public ByteBuffer receive(byte kind, int payload) throws InterruptedException {
        var message = receive(kind);
        require(message.remaining() == payload, "a message of wrong length");
        return message;
    }

    private ByteBuffer receive() throws InterruptedException {
        var message = channel.receive();
        require(message.isPresent(), "its end before it was done");
        var bytes = message.orElseThrow();
        require(bytes.remaining() >= HEADER, "a message without a header");
        int begin = bytes.position();
        require(bytes.getInt(begin + CHECKSUM_AT) == checksum(bytes), "a damaged message");
        require(bytes.getInt(begin + 1) == received++, "a message out of order");
        return bytes;
    }

    public void requireVersion(byte version) {
        require(version == VERSION, "version " + version + " of the protocol, not " + VERSION);
    }

    public void require(boolean fine, String sent) {
        if (!fine) {
            throw wrong(sent);
        }
    }

    public WrongMessageException wrong(String sent) {
        return new WrongMessageException("party " + name + " sent " + sent);
    }
}
