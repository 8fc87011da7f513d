package io.databourse.rest.problem;

import io.databourse.call.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// Titles and help of problem codes.
final class ProblemTexts {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static String title(String code, Language language) {
        return find(code + ".title", language)
                .orElseGet(() -> code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static Optional<String> help(String code, Language language) {
        return find(code + ".help", language);
    }

    private static Optional<String> find(String key, Language language) {
        var bundle =
                ResourceBundle.getBundle(
                        "io.databourse.call.problems",
                        language.locale(),
                        ErrorCode.class.getClassLoader(),
                        NO_OTHER_LANGUAGE);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
