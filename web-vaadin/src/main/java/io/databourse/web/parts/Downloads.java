package io.databourse.web.parts;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/// Files that a page offers. The bytes are those of the text as it is.
public final class Downloads {
    private Downloads() {}

    public static DownloadHandler json(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DownloadHandler.fromInputStream(event ->
                new DownloadResponse(
                        new ByteArrayInputStream(bytes), name, "application/json", bytes.length));
    }
}
