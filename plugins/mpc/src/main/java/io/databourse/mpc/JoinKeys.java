package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.mpc.key.ColumnRule;
import io.databourse.mpc.key.KeyRules;
import io.databourse.mpc.key.NumberWriter;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Writes the canonical form of join keys, so that what means the same at both owners is the same
/// bytes.
///
/// Each column is its text in UTF-8, behind its length (4 bytes, big-endian), so that `ab, c` and
/// `a, bc` differ. A STRING is brought to Unicode normal form C and stripped of white space at both
/// ends, and more where the job's [KeyRules] say so; the empty text is a value. An INTEGER is
/// written in decimal without leading zeros, so it equals a STRING of the same digits; a DATE is
/// `YYYY-MM-DD`. A key with a NULL in any column is no key, nor is one with a value that its
/// column's format cannot read.
final class JoinKeys {
    private final List<Schema.Type> types;
    private final List<ColumnRule> rules;
    private final NumberWriter numbers = new NumberWriter();
    private final int start;
    private byte[] bytes;
    private int length;
    private long unreadable;

    /// Keys behind a fixed prefix.
    JoinKeys(byte[] prefix, List<Schema.Type> types, KeyRules rules) {
        this.types = List.copyOf(types);
        this.rules = rules.columns();
        this.start = prefix.length;
        this.bytes = Arrays.copyOf(prefix, Math.max(256, prefix.length * 2));
    }

    /// Writes the key of a row of a chunk that has the join columns alone; false if it has none.
    boolean write(Chunk chunk, int row) {
        for (int i = 0; i < types.size(); i++) {
            if (chunk.columns().get(i).isNull(row)) {
                return false;
            }
        }
        length = start;
        for (int i = 0; i < types.size(); i++) {
            int lengthAt = length;
            reserve(Integer.BYTES);
            length += Integer.BYTES;
            write(chunk.columns().get(i), row, i);
            if (!isReadable(rules.get(i), lengthAt + Integer.BYTES)) {
                unreadable++;
                return false;
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

    /// How many rows had no key for a value that could not be read.
    long unreadable() {
        return unreadable;
    }

    private void write(Chunk.Column column, int row, int index) {
        switch (column) {
            case Chunk.Bytes(var values, var offsets, _) ->
                    writeText(values, offsets[row], offsets[row + 1], rules.get(index));
            case Chunk.Longs(var values, _) -> writeNumber(values[row], types.get(index));
            case Chunk.Doubles _ ->
                    throw new IllegalArgumentException("fractions cannot be joined on");
        }
    }

    /// Brings what was written from there on to its column's format, if it has one.
    private boolean isReadable(ColumnRule rule, int from) {
        if (rule.format() == ColumnRule.Format.TEXT) {
            return true;
        }
        reserve(NumberWriter.MOST_BYTES);
        int written = numbers.write(rule.format(), bytes, from, length, bytes, from);
        length = from + Math.max(0, written);
        return written >= 0;
    }

    private void writeText(byte[] values, int from, int to, ColumnRule rule) {
        if (rule.format() != ColumnRule.Format.TEXT) {
            append(values, from, to); // the format reads it as it is
            return;
        }
        for (int i = from; i < to; i++) {
            if (values[i] < 0) {
                append(rule.normalise(new String(values, from, to - from, UTF_8)));
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
        int at = length;
        append(values, first, end);
        for (int i = at; rule.fold() && i < length; i++) {
            bytes[i] = (byte) Character.toLowerCase(bytes[i]);
        }
    }

    private static boolean isSpace(byte ascii) {
        return Character.isWhitespace(ascii);
    }

    private void append(String text) {
        var encoded = text.getBytes(UTF_8);
        append(encoded, 0, encoded.length);
    }

    private void append(byte[] values, int from, int to) {
        reserve(to - from);
        System.arraycopy(values, from, bytes, length, to - from);
        length += to - from;
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
