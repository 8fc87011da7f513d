package io.databourse.mpc.join;

import io.databourse.mpc.UnusableInputException;
import io.databourse.mpc.WholeParameter;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A record's columns as bytes of a fixed length, so that the length says nothing of the values.
///
/// First [#PRESENT]; then each column: 0 for NULL, or 1 and the value: a number in eight bytes, or
/// a text's length in two and its UTF-8; then zeros.
final class Label {
    static final WholeParameter BYTES =
            new WholeParameter(
                    "labelBytes",
                    16,
                    1024,
                    64,
                    new Text("附带列的字节数", "Bytes of labels"),
                    new Text(
                            "对方一条记录的结果列所占字节数的上限；每条都补齐到此长度，因此长度不泄露任何内容。",
                            "The most bytes that the result columns of one record of the other owner"
                                    + " take; all are padded to it, so their length tells nothing."));

    static final byte PRESENT = 1;

    private Label() {}

    /// Bytes of each label: the parameter, rounded up to whole blocks of the cipher.
    static int length(Parameters parameters) {
        return Math.toIntExact((BYTES.in(parameters) + 15) / 16 * 16);
    }

    /// Writes a row of a chunk.
    static void write(Chunk chunk, int row, byte[] label) {
        Arrays.fill(label, (byte) 0);
        var out = ByteBuffer.wrap(label).put(PRESENT);
        try {
            for (var column : chunk.columns()) {
                out.put((byte) (column.isNull(row) ? 0 : 1));
                if (!column.isNull(row)) {
                    write(column, row, out);
                }
            }
        } catch (BufferOverflowException e) {
            throw new UnusableInputException(
                    "the result columns of a record take more than %d bytes: raise %s"
                            .formatted(label.length, BYTES.name()));
        }
    }

    private static void write(Chunk.Column column, int row, ByteBuffer out) {
        switch (column) {
            case Chunk.Longs(var values, _) -> out.putLong(values[row]);
            case Chunk.Doubles(var values, _) -> out.putDouble(values[row]);
            case Chunk.Bytes(var values, var offsets, _) -> {
                int length = offsets[row + 1] - offsets[row];
                if (length > out.remaining() - Short.BYTES) {
                    throw new BufferOverflowException();
                }
                out.putShort((short) length).put(values, offsets[row], length);
            }
        }
    }

    /// Reads what [#write] wrote, column by column.
    static final class Reader {
        private final ByteBuffer in;

        Reader(byte[] label) {
            in = ByteBuffer.wrap(label).position(1);
        }

        /// Whether the next column has a value; it must then be read.
        boolean hasValue() {
            return in.get() == 1;
        }

        long number() {
            return in.getLong();
        }

        double fraction() {
            return in.getDouble();
        }

        byte[] text() {
            var text = new byte[in.getShort()];
            in.get(text);
            return text;
        }
    }
}
