package io.databourse.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.web.parts.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;

/// The address behind the container's login. Whoever gets here has logged in and goes on to the
/// page that was asked for.
@Route("login")
@Dependent
@PermitAll
class LoginView extends Div implements BeforeEnterObserver {
    /// Where a full page load asks for the login, in the reader's language, and then leads to the
    /// page.
    static String address(String target, Language language) {
        String locale = "ui_locales=" + (language == Language.ZH ? "zh-CN" : "en");
        return target.isEmpty()
                ? "login?" + locale
                : "login?to=" + ViewGuard.encoded(target) + "&" + locale;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String target =
                event.getLocation().getQueryParameters().getSingleParameter("to").orElse("");
        event.forwardTo(isOwnPage(target) ? target : "");
    }

    /// Only pages of this application: no scheme, no other host.
    static boolean isOwnPage(String target) {
        return target.matches("[A-Za-z0-9][A-Za-z0-9_/.-]*(\\?[^#]*)?");
    }
}
