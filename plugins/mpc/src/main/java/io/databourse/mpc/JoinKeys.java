package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Writes the canonical form of join keys, so that what means the same at both owners is the same
/// bytes.
///
/// Each column is its text in UTF-8, behind its length (4 bytes, big-endian), so that `ab, c` and
/// `a, bc` differ. A STRING is brought to Unicode normal form C and stripped of white space at both
/// ends; case is kept, and the empty text is a value. An INTEGER is written in decimal without
/// leading zeros, so it equals a STRING of the same digits; a DATE is `YYYY-MM-DD`. A key with a
/// NULL in any column is no key.
final class JoinKeys {
    private final List<Schema.Type> types;
    private final int start;
    private byte[] bytes;
    private int length;

    /// Keys behind a fixed prefix.
    JoinKeys(byte[] prefix, List<Schema.Type> types) {
        this.types = List.copyOf(types);
        this.start = prefix.length;
        this.bytes = Arrays.copyOf(prefix, Math.max(256, prefix.length * 2));
    }

    /// Writes the key of a row of a chunk that has the join columns alone; false if it has none.
    boolean write(Chunk chunk, int row) {
        length = start;
        for (int i = 0; i < types.size(); i++) {
            var column = chunk.columns().get(i);
            if (column.isNull(row)) {
                return false;
            }
            int lengthAt = length;
            reserve(Integer.BYTES);
            length += Integer.BYTES;
            switch (column) {
                case Chunk.Bytes(var values, var offsets, _) ->
                        writeText(values, offsets[row], offsets[row + 1]);
                case Chunk.Longs(var values, _) -> writeNumber(values[row], types.get(i));
                case Chunk.Doubles _ ->
                        throw new IllegalArgumentException("fractions cannot be joined on");
            }
            int written = length - lengthAt - Integer.BYTES;
            for (int b = 0; b < Integer.BYTES; b++) {
                bytes[lengthAt + b] = (byte) (written >>> (24 - 8 * b));
            }
        }
        return true;
    }

    /// Prefix and key; valid until the next.
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void writeText(byte[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] < 0) {
                append(normalise(new String(values, from, to - from, UTF_8)));
                return;
            }
        }
        // ASCII is in normal form already, and needs no object
        int first = from;
        int end = to;
        while (first < end && isSpace(values[first])) {
            first++;
        }
        while (first < end && isSpace(values[end - 1])) {
            end--;
        }
        reserve(end - first);
        System.arraycopy(values, first, bytes, length, end - first);
        length += end - first;
    }

    private static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean isSpace(byte ascii) {
        return Character.isWhitespace(ascii);
    }

    private void append(String text) {
        var encoded = text.getBytes(UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void writeNumber(long value, Schema.Type type) {
        if (type == Schema.Type.DATE) {
            append(LocalDate.ofEpochDay(value).toString());
        } else if (value == Long.MIN_VALUE) { // it has no positive counterpart
            append(Long.toString(value));
        } else {
            writeDigits(value);
        }
    }

    private void writeDigits(long value) {
        reserve(20);
        if (value < 0) {
            bytes[length++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long bound = rest / 10; bound > 0; bound /= 10) {
            digits++;
        }
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
