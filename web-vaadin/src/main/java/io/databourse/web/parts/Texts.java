package io.databourse.web.parts;

import com.vaadin.flow.component.UI;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/// Texts in the language of the page that is being built.
public final class Texts {
    private Texts() {}

    public static String t(String key, Object... values) {
        return BundleTexts.text(key, locale(), values);
    }

    /// The words for a value of an enum: key `JobState.RUNNING`.
    public static String of(Enum<?> value) {
        return t(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /// The words for a code that plugins, nodes or merchants may extend; the code itself if there
    /// are none. Merchants write some with a capital and some without.
    public static String ofCode(String prefix, String code) {
        try {
            return t(prefix + "." + code);
        } catch (MissingResourceException unknown) {
            String small = code.toLowerCase(Locale.ROOT);
            String words = small.equals(code) ? code : ofCode(prefix, small);
            return words.equals(small) ? code : words;
        }
    }

    public static String of(Text text) {
        return language() == Language.EN ? text.en() : text.zh();
    }

    /// Several things in one line.
    public static String list(List<String> things) {
        return String.join(language() == Language.EN ? ", " : "、", things);
    }

    public static Language language() {
        return Language.of(locale());
    }

    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Language.ZH.locale() : ui.getLocale();
    }
}
