package io.databourse.mpc.key;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What is left of a number as people write it, without what only makes it easier to read: white
/// space, hyphens and dashes, parentheses, and characters that nobody sees, such as the marks of
/// direction that address books put around numbers. It is held in one place for all rows.
final class Compact {
    private static final int MOST = 24;

    private final byte[] characters = new byte[MOST];
    private int length;

    /// Reads a text in UTF-8; false if more is left of it than any number has, or a character that
    /// is not ASCII in its half-width form.
    boolean read(byte[] text, int from, int to) {
        length = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < 0) {
                return readWide(new String(text, from, to - from, UTF_8));
            }
            if (!take(text[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean readWide(String text) {
        length = 0;
        return ColumnRule.foldWidth(text).codePoints().allMatch(this::take);
    }

    private boolean take(int character) {
        if (isFiller(character)) {
            return true;
        }
        if (character >= 0x80 || length == MOST) {
            return false;
        }
        characters[length++] = (byte) character;
        return true;
    }

    private static boolean isFiller(int character) {
        return switch (character) {
            case '-', '(', ')', '\u2212' -> true;
            default ->
                    switch (Character.getType(character)) {
                        case Character.FORMAT,
                                Character.DASH_PUNCTUATION,
                                Character.SPACE_SEPARATOR ->
                                true;
                        default -> Character.isWhitespace(character);
                    };
        };
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return characters[index];
    }

    boolean startsWith(String ascii) {
        boolean same = length >= ascii.length();
        for (int i = 0; same && i < ascii.length(); i++) {
            same = characters[i] == ascii.charAt(i);
        }
        return same;
    }

    boolean isDigit(int index) {
        return characters[index] >= '0' && characters[index] <= '9';
    }
}
