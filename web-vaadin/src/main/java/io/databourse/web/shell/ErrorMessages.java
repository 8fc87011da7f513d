package io.databourse.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.databourse.call.Refusal;
import io.databourse.web.parts.Problems;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what goes wrong in a page becomes words. A refusal is explained; anything
/// else is a bug or an outage, goes to the log and gets a number.
final class ErrorMessages implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMessages.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable thrown = event.getThrowable();
        Optional<Refusal> refusal = refusalIn(thrown);
        if (refusal.isEmpty()) {
            String incident = log(thrown);
            inPage(() -> Problems.showFailure(incident));
        } else {
            inPage(() -> Problems.show(refusal.get()));
        }
    }

    static String log(Throwable thrown) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}", incident, thrown);
        return incident;
    }

    static Optional<Refusal> refusalIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static void inPage(Runnable message) {
        if (UI.getCurrent() != null) {
            message.run();
        }
    }
}
