package io.databourse.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import jakarta.enterprise.context.Dependent;

/// The front door: leads everybody to the page that answers their first question.
@Route("")
@Dependent
@AnonymousAllowed
class StartView extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(first(CurrentUser.caller()));
    }

    static String first(Caller caller) {
        if (caller.has(Role.OPERATOR)) {
            return "review";
        }
        if (caller.has(Role.REGULATOR)) {
            return "evidence";
        }
        return caller.has(Role.MERCHANT, Role.BUYER, Role.NODE_ADMIN) ? "home" : "catalogue";
    }
}
