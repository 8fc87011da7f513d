package io.databourse.web.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Files that a page offers.
public final class Downloads {
    private Downloads() {}

    /// The bytes are those of the text as it is.
    public static DownloadHandler json(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return file(name, "application/json", () -> bytes);
    }

    /// A link to a file that is made when somebody wants it.
    public static Anchor link(
            String id, String text, String name, String type, Supplier<byte[]> content) {
        Anchor link = new Anchor(file(name, type, content), text);
        link.setId(id);
        link.getElement().setAttribute("download", name);
        link.setRouterIgnore(true);
        return link;
    }

    private static DownloadHandler file(String name, String type, Supplier<byte[]> content) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        });
    }
}
