package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The clear-text twin of the rules of keys, with regular expressions instead of bytes.
final class ClearTextKeys {
    private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086|86)?(1[3-9][0-9]{9})");
    private static final Pattern CITIZEN = Pattern.compile("[0-9]{17}[0-9X]");

    private ClearTextKeys() {}

    /// A value of a join column in its comparable form, if it has one.
    static Optional<String> of(Parameters parameters, int column, String value) {
        var rules = parameters.values().getOrDefault("keyRules", "");
        var words = rules.isEmpty() ? "text" : rules.split(",", -1)[column];
        if (words.equals("mobile-cn")) {
            var found = MOBILE.matcher(bare(value));
            return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
        }
        if (words.equals("id-cn")) {
            return Optional.of(bare(value).toUpperCase(Locale.ROOT))
                    .filter(id -> CITIZEN.matcher(id).matches())
                    .filter(ClearTextKeys::isChecked);
        }
        var text = words.contains("width") ? halfWidth(value) : value;
        text = Normalizer.normalize(text, Form.NFC).strip();
        return Optional.of(
                words.contains("case")
                        ? text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
                        : text);
    }

    private static String bare(String value) {
        return halfWidth(value).replaceAll("(?U)[\\s\\p{Z}\\p{Cf}\\p{Pd}()]", "");
    }

    private static String halfWidth(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /// ISO 7064 MOD 11-2: the values of all 18 characters, weighted by powers of two, leave 1.
    private static boolean isChecked(String id) {
        int rest = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            rest = (rest * 2 + (c == 'X' ? 10 : c - '0')) % 11;
        }
        return rest == 1;
    }
}
