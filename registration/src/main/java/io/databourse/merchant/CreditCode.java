package io.databourse.merchant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A unified social credit code (统一社会信用代码) by GB 32100: 18 characters.
///
/// | characters | meaning | checked |
/// |---|---|---|
/// | 1, 2 | registering department, kind of body | alphabet |
/// | 3–8 | region | digits |
/// | 9–17 | organisation code, GB 11714 | its check character, 17 |
/// | 18 | check character over 1–17 | yes |
///
/// A code that cannot be is an [IllegalArgumentException] whose message says which character is
/// wrong and why. The check characters find every single wrong character.
public record CreditCode(@JsonValue String value) {
    private static final int LENGTH = 18;
    private static final int ORGANISATION_CHECK = 17;

    /// Without I, O, S, V and Z, which are misread; the place is the value.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public CreditCode {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "a credit code has 18 characters, this one has " + value.length());
        }
        for (int place = 1; place <= LENGTH; place++) {
            requireAllowed(value, place);
        }
        require(value, ORGANISATION_CHECK, organisationCheck(value.substring(8, 16)));
        require(value, LENGTH, check(value.substring(0, 17)));
    }

    public static boolean isValid(String value) {
        try {
            new CreditCode(value);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Appends both check characters to the first sixteen, for data that is made up.
    public static CreditCode complete(String firstSixteen) {
        String seventeen = firstSixteen + organisationCheck(firstSixteen.substring(8, 16));
        return new CreditCode(seventeen + check(seventeen));
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requireAllowed(String value, int place) {
        char c = value.charAt(place - 1);
        boolean region = place >= 3 && place <= 8;
        if (ALPHABET.indexOf(c) < 0 || (region && (c < '0' || c > '9'))) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "character %d of the credit code is '%c', which cannot stand there",
                            place,
                            c));
        }
    }

    private static void require(String value, int place, char expected) {
        char c = value.charAt(place - 1);
        if (c != expected) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "character %d of the credit code is the check character '%c', but the"
                                    + " characters before it give '%c': one of them is wrong",
                            place,
                            c,
                            expected));
        }
    }

    /// GB 32100: weights 3^(i−1) mod 31, c = 31 − Σ mod 31.
    private static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /// GB 11714: digits and letters in base 36, c = 11 − Σ mod 11, ten is X.
    private static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < eight.length(); i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0123456789X".charAt((11 - sum % 11) % 11);
    }
}
