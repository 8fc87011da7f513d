package io.databourse.rest.problem;

import java.util.List;
import java.util.Locale;

/// The languages that problems are told in.
enum Language {
    ZH,
    EN;

    /// Chinese for whoever prefers any Chinese to English; English for everybody else.
    static Language of(List<Locale> wanted) {
        for (var locale : wanted) {
            switch (locale.getLanguage()) {
                case "zh" -> {
                    return ZH;
                }
                case "en" -> {
                    return EN;
                }
                default -> {}
            }
        }
        return EN;
    }

    Locale locale() {
        return Locale.forLanguageTag(name());
    }
}
