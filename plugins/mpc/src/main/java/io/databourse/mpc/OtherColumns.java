package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.Schema;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Tells the receiver, directly, how the other owner's columns are called and what they hold.
public final class OtherColumns {
    /// The type and the name of each column, each behind its length (2); owner to owner.
    static final byte COLUMNS = 40;

    private OtherColumns() {}

    public static void send(List<Schema.Column> columns, Peer peer) throws InterruptedException {
        var texts =
                columns.stream()
                        .flatMap(column -> Stream.of(column.type().name(), column.name()))
                        .map(text -> text.getBytes(UTF_8))
                        .toList();
        int bytes = texts.stream().mapToInt(text -> Short.BYTES + text.length).sum();
        ByteBuffer message = Peer.message(COLUMNS, bytes);
        texts.forEach(text -> message.putShort((short) text.length).put(text));
        peer.send(message);
    }

    public static List<Schema.Column> receive(Peer peer) throws InterruptedException {
        var message = peer.receive(COLUMNS);
        var columns = new ArrayList<Schema.Column>();
        while (message.hasRemaining()) {
            var type = text(message, peer);
            columns.add(new Schema.Column(text(message, peer), type(type, peer), true));
        }
        return columns;
    }

    private static String text(ByteBuffer message, Peer peer) {
        peer.require(message.remaining() >= Short.BYTES, "half a column");
        int length = message.getShort();
        peer.require(length >= 0 && length <= message.remaining(), "half a column's name");
        var text = new byte[length];
        message.get(text);
        return new String(text, UTF_8);
    }

    private static Schema.Type type(String name, Peer peer) {
        return Arrays.stream(Schema.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> peer.wrong("a column of an unknown type"));
    }

    /// Own columns, and behind them the other owner's; one that has an own column's name gets `_2`
    /// behind it.
    public static Schema beside(Schema own, List<Schema.Column> others) {
        var all = new ArrayList<>(own.columns());
        var names = new HashSet<String>();
        own.columns().forEach(column -> names.add(column.name()));
        for (var other : others) {
            var name = other.name();
            while (!names.add(name)) {
                name += "_2";
            }
            all.add(new Schema.Column(name, other.type(), true));
        }
        return new Schema(all);
    }
}
