package io.databourse.web.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Who sits in front of the page. The only place where the login becomes a [Caller].
public final class CurrentUser {
    private CurrentUser() {}

    /// The caller as of the last navigation; an anonymous one before the login.
    public static Caller caller() {
        VaadinSession session = VaadinSession.getCurrent();
        Caller caller = session == null ? null : session.getAttribute(Caller.class);
        return caller == null ? Caller.anonymous() : caller;
    }

    public static boolean isLoggedIn() {
        return !caller().equals(Caller.anonymous());
    }

    public static boolean has(Role... roles) {
        return caller().has(roles);
    }

    /// Takes the identity from the request; also forgets it when the login has ended.
    static void capture() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            return;
        }
        var principal = request.getUserPrincipal();
        VaadinSession.getCurrent()
                .setAttribute(
                        Caller.class,
                        principal == null
                                ? Caller.anonymous()
                                : new Caller(
                                        principal.getName(),
                                        Arrays.stream(Role.values())
                                                .filter(r -> request.isUserInRole(r.tokenName()))
                                                .collect(Collectors.toUnmodifiableSet())));
    }
}
