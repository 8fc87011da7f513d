package io.databourse.mpc.key;

/// A citizen's identification number, 公民身份号码, of 18 characters by GB 11643-1999: 17 digits and a
/// check character by ISO 7064 MOD 11-2, which is a digit or X. Numbers of 15 digits of the first
/// generation are not turned into others, for they leave the century open.
final class ResidentId {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentId() {}

    static boolean isValid(Compact text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            if (!text.isDigit(i)) {
                return false;
            }
            sum += WEIGHTS[i] * (text.at(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length()) == capital(text.at(LENGTH - 1));
    }

    /// The check character may be written x.
    static byte capital(byte character) {
        return character == 'x' ? (byte) 'X' : character;
    }
}
