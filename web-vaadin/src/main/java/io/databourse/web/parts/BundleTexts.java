package io.databourse.web.parts;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the pages, in Chinese and English. Chinese is what a visitor sees who has not
/// chosen.
public final class BundleTexts implements I18NProvider {
    static final String BUNDLE = "io.databourse.web.parts.texts";
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Language.ZH.locale(), Language.EN.locale());
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        String text = bundle(BUNDLE, Language.of(locale)).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    static ResourceBundle bundle(String name, Language language) {
        return ResourceBundle.getBundle(
                name, language.locale(), BundleTexts.class.getClassLoader(), NO_OTHER_LANGUAGE);
    }
}
