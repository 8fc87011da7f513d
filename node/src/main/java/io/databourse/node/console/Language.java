package io.databourse.node.console;

import java.util.List;
import java.util.Locale;

/// What the page speaks.
enum Language {
    ZH,
    EN;

    /// The first of the two that the browser likes; English if neither.
    static Language of(String acceptLanguage) {
        try {
            var liked = Locale.LanguageRange.parse(acceptLanguage);
            var best = Locale.lookup(liked, List.of(Locale.ENGLISH, Locale.CHINESE));
            return Locale.CHINESE.equals(best) ? ZH : EN;
        } catch (IllegalArgumentException _) {
            return EN;
        }
    }

    String say(String zh, String en) {
        return this == ZH ? zh : en;
    }

    String tag() {
        return say("zh-CN", "en");
    }
}
