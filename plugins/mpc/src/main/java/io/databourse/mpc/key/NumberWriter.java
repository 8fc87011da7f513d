package io.databourse.mpc.key;

/// Writes the one form of numbers that people write in many.
public final class NumberWriter {
    /// The most bytes that it writes for a value.
    public static final int MOST_BYTES = 18;

    private final Compact text = new Compact();

    /// Writes what the value is by the format; the number of bytes, or -1 if it is no such number.
    public int write(ColumnRule.Format format, byte[] value, int from, int to, byte[] out, int at) {
        if (!text.read(value, from, to)) {
            return -1;
        }
        return switch (format) {
            case MOBILE_CN -> copy(MobileNumber.start(text), out, at);
            case ID_CN -> copy(ResidentId.isValid(text) ? 0 : -1, out, at);
            case TEXT -> throw new IllegalArgumentException("a text is not a number");
        };
    }

    private int copy(int start, byte[] out, int at) {
        if (start < 0) {
            return -1;
        }
        for (int i = start; i < text.length(); i++) {
            out[at + i - start] = ResidentId.capital(text.at(i));
        }
        return text.length() - start;
    }
}
