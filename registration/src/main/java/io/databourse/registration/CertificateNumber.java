package io.databourse.registration;

import java.util.Locale;
import java.util.regex.Pattern;

/// Makes and checks numbers such as `DXC-00-1-202611-0001-7`: our prefix, a region, an operator,
/// the month, the serial of the month and a check digit by ISO/IEC 7064 MOD 11,10. The form is this
/// exchange's own; it is not a number of the national register.
final class CertificateNumber {
    private static final Pattern FORM =
            Pattern.compile("DXC-(\\d{2})-(\\d)-(\\d{6})-(\\d{4})-(\\d)");

    /// No region and the first operator, until an installation sets its own.
    private static final String PLACE = "001";

    private CertificateNumber() {}

    /// @param month as 202611
    /// @param serial 1 to 9999
    static String of(int month, int serial) {
        if (serial < 1 || serial > 9999) {
            throw new IllegalArgumentException("no serial of a month: " + serial);
        }
        String digits = String.format(Locale.ROOT, "%s%06d%04d", PLACE, month, serial);
        return "DXC-%s-%s-%s-%s-%d"
                .formatted(
                        digits.substring(0, 2),
                        digits.substring(2, 3),
                        digits.substring(3, 9),
                        digits.substring(9),
                        check(digits));
    }

    static boolean isValid(String number) {
        var parts = FORM.matcher(number);
        if (!parts.matches()) {
            return false;
        }
        String digits = parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4);
        return check(digits) == Integer.parseInt(parts.group(5));
    }

    /// ISO/IEC 7064, hybrid system MOD 11,10.
    private static int check(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10;
    }
}
