package io.databourse.web.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.databourse.web.parts.BundleTexts;
import io.databourse.web.parts.Language;
import java.util.Locale;

/// Sets up each session and page: language, guard, error handler.
public class ServiceSetup implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        init -> init.getSession().setErrorHandler(new ErrorMessages()));
        event.getSource()
                .addUIInitListener(init -> {
                    // The cookie may have been set in a session that is older than it.
                    Language language = LanguageCookie.read(VaadinRequest.getCurrent());
                    init.getUI().setLocale(language.locale());
                    init.getUI().addBeforeEnterListener(new ViewGuard());
                });
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        event.addIndexHtmlRequestListener(response ->
                response.getDocument()
                        .select("html")
                        .attr("lang", LanguageCookie.read(response.getVaadinRequest()).tag()));
    }

    private static SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(BundleTexts.text("session.expired.title", locale));
        messages.setSessionExpiredMessage(BundleTexts.text("session.expired.text", locale));
        messages.setInternalErrorCaption(BundleTexts.text("session.error.title", locale));
        messages.setInternalErrorMessage(BundleTexts.text("session.error.text", locale));
        return messages;
    }
}
