package io.databourse.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Language;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;

/// Who is logged in, as what, and in which language the pages speak.
@Dependent
class UserMenu extends Div {
    @Inject
    UserMenu(MerchantService merchants) {
        addClassName("user");
        Caller caller = CurrentUser.caller();
        if (CurrentUser.isLoggedIn()) {
            String organisation =
                    merchants
                            .organisationOf(caller)
                            .map(Merchant::name)
                            .map(n -> n + " · ")
                            .orElse("");
            var name = Blocks.text("who", organisation + caller.username());
            name.setId("user");
            add(name);
            caller.roles().stream()
                    .sorted()
                    .forEach((Role role) -> add(Tags.plain(Texts.of(role))));
            add(Actions.quiet("logout", Texts.t("shell.logout"), UserMenu::logOut));
        } else {
            Anchor login =
                    Blocks.link(Texts.t("shell.login"), LoginView.address("", Texts.language()));
            login.setId("login");
            login.setRouterIgnore(true);
            add(login, Tags.plain(Texts.t("shell.visitor")));
        }
        Language other = Texts.language().other();
        var language =
                Actions.quiet("language", Texts.t("shell.otherLanguage"), () -> speak(other));
        language.setAriaLabel(Texts.t("shell.language"));
        add(language);
    }

    private static void speak(Language language) {
        LanguageCookie.write(VaadinResponse.getCurrent(), language);
        UI.getCurrent().getPage().reload();
    }

    /// Ends the session here and at the identity provider.
    private static void logOut() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        String home = request.getRequestURL().toString().replaceFirst("(https?://[^/]+).*", "$1/");
        UI.getCurrent().getPage().setLocation(LogoutAddress.of(home));
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
