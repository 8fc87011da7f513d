package io.databourse.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.call.Caller;
import io.databourse.web.parts.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lets nobody into a view that is not for them. It runs at every navigation, as the container only
/// sees full page loads. A view without an annotation is closed.
final class ViewGuard implements BeforeEnterListener {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CurrentUser.capture();
        Class<?> view = event.getNavigationTarget();
        if (isOpen(view) || event.isErrorEvent()) {
            return;
        }
        if (!CurrentUser.isLoggedIn()) {
            String target = event.getLocation().getPathWithQueryParameters();
            event.getUI().getPage().setLocation(LoginView.address(target, Texts.language()));
            event.forwardTo(LoggingInView.class);
        } else if (!mayEnter(view, CurrentUser.caller())) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    static boolean isOpen(Class<?> view) {
        return view.isAnnotationPresent(AnonymousAllowed.class);
    }

    static boolean mayEnter(Class<?> view, Caller caller) {
        RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
        if (roles == null) {
            return isOpen(view)
                    || (view.isAnnotationPresent(PermitAll.class)
                            && !caller.equals(Caller.anonymous()));
        }
        return Arrays.stream(roles.value())
                .anyMatch(name ->
                        caller.roles().stream().anyMatch(role -> role.tokenName().equals(name)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
