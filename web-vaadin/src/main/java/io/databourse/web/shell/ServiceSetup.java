package io.databourse.web.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.databourse.web.parts.BundleTexts;
import java.util.Locale;

/// Sets up each session and page: language, guard, error handler.
public class ServiceSetup implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> {
                    init.getSession().setLocale(LanguageCookie.read(init.getRequest()).locale());
                    init.getSession().setErrorHandler(new ErrorMessages());
                });
        event.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(new ViewGuard()));
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        event.addIndexHtmlRequestListener(response ->
                response.getDocument()
                        .select("html")
                        .attr("lang", LanguageCookie.read(response.getVaadinRequest()).tag()));
    }

    private static SystemMessages messages(Locale locale) {
        BundleTexts texts = new BundleTexts();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("session.expired.title", locale));
        messages.setSessionExpiredMessage(texts.getTranslation("session.expired.text", locale));
        messages.setInternalErrorCaption(texts.getTranslation("session.error.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("session.error.text", locale));
        return messages;
    }
}
