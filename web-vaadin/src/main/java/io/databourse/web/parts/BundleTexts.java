package io.databourse.web.parts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the pages, in Chinese and English. Chinese is what a visitor sees who has not
/// chosen.
public final class BundleTexts {
    static final String BUNDLE = "io.databourse.web.parts.texts";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private BundleTexts() {}

    public static String text(String key, Locale locale, Object... values) {
        String text = bundle(BUNDLE, Language.of(locale)).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    static ResourceBundle bundle(String name, Language language) {
        return ResourceBundle.getBundle(
                name, language.locale(), BundleTexts.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }
}
