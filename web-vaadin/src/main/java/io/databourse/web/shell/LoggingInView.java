package io.databourse.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;

/// Stands there for the moment until the browser has left for the login.
@Route("logging-in")
@Dependent
@AnonymousAllowed
class LoggingInView extends Div {
    LoggingInView() {
        add(new Span(Texts.t("shell.loggingIn")));
    }
}
