package io.databourse.web.shell;

import com.vaadin.flow.component.html.Div;
import io.databourse.web.parts.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/// Writes the user and the time faintly over the page, so that a photo of it says whose screen it
/// was.
final class Watermark extends Div {
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    Watermark(String user, Clock clock) {
        addClassName("watermark");
        getElement().setAttribute("aria-hidden", "true");
        String svg =
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="360" height="220">\
                <text x="20" y="120" transform="rotate(-18 180 110)" font-family="sans-serif" \
                font-size="13" fill="#7c8896">%s · %s</text></svg>\
                """
                        .formatted(escaped(user), NOW.format(Instant.now(clock).atZone(Zone.ID)));
        getStyle()
                .set(
                        "background-image",
                        "url(data:image/svg+xml;base64,"
                                + Base64.getEncoder()
                                        .encodeToString(svg.getBytes(StandardCharsets.UTF_8))
                                + ")");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
