package io.databourse.web.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.databourse.web.parts.Zone;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Page watermark, 页面水印: writes the user and the time faintly over the page, so that a photo of it
/// says whose screen it was. The browser puts it back when it is taken out, and says so here. It
/// deters; who rules the browser can always get rid of it.
@Tag("bourse-watermark")
@JavaScript("context://bourse-watermark.js")
final class Watermark extends Component {
    private static final Logger LOG = System.getLogger(Watermark.class.getName());
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /// Whoever removes it in a loop does not fill the log.
    private static final int MOST_LOGGED = 20;

    private final String user;
    private final Clock clock;
    private String page = "";
    private int logged;

    Watermark(String user, Clock clock) {
        this.user = user;
        this.clock = clock;
        getElement().setAttribute("aria-hidden", "true");
    }

    /// Shows the time at which the user came to this page.
    void mark(String openedPage) {
        page = openedPage;
        String now = NOW.format(Instant.now(clock).atZone(Zone.ID));
        getElement().callJsFunction("show", user + " · " + now);
    }

    @ClientCallable
    void removed() {
        if (logged < MOST_LOGGED) {
            logged++;
            LOG.log(
                    Level.WARNING,
                    "The page watermark was removed: user {0}, page /{1}",
                    user,
                    page);
        }
    }
}
