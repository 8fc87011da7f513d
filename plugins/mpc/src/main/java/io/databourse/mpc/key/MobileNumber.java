package io.databourse.mpc.key;

/// A mobile number of mainland China: eleven digits, of which the first is 1 and the second 3 to 9.
/// The country's code (86, ITU-T E.164) may stand before it as `+86`, `0086` or `86`, and is left
/// out.
final class MobileNumber {
    private static final int DIGITS = 11;

    private MobileNumber() {}

    /// Where the eleven digits begin, or -1 if it is no such number.
    static int start(Compact text) {
        int start = afterCountry(text);
        boolean fits =
                text.length() - start == DIGITS
                        && text.at(start) == '1'
                        && text.at(start + 1) >= '3';
        for (int i = start; fits && i < text.length(); i++) {
            fits = text.isDigit(i);
        }
        return fits ? start : -1;
    }

    private static int afterCountry(Compact text) {
        if (text.startsWith("+86")) {
            return 3;
        }
        if (text.startsWith("0086")) {
            return 4;
        }
        return text.startsWith("86") ? 2 : 0;
    }
}
