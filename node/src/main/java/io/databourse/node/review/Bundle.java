package io.databourse.node.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Files that go together. Its hash is that of a text which lists them, so the owner's node, the
/// exchange and the consumer's node name the same bytes by it.
public record Bundle(List<Entry> entries) {
    private static final String TYPE = "databourse/bundle/1";

    public Bundle {
        entries = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /// One file.
    ///
    /// @param sha256 in hex
    public record Entry(String name, String mediaType, long bytes, String sha256) {}

    /// What lies in a folder now.
    ///
    /// @param mediaTypes by file name; other files do not count
    /// @throws IOException if one is missing, or is not a plain file
    public static Bundle of(Path folder, Map<String, String> mediaTypes) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var file : new TreeMap<>(mediaTypes).entrySet()) {
            var path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file.getKey() + " is missing or not a plain file");
            }
            entries.add(
                    new Entry(
                            file.getKey(),
                            file.getValue(),
                            Files.size(path),
                            Digest.sha256(path).hex()));
        }
        return new Bundle(entries);
    }

    /// The text whose hash names the bundle.
    public String manifest() {
        return Json.write(toJson());
    }

    ObjectNode toJson() {
        var json = Json.object().put("type", TYPE);
        var files = json.putArray("files");
        entries.forEach(entry ->
                files.addObject()
                        .put("name", entry.name())
                        .put("mediaType", entry.mediaType())
                        .put("bytes", entry.bytes())
                        .put("sha256", entry.sha256()));
        return json;
    }

    static Bundle parse(Json json) {
        return new Bundle(
                json.list(
                        "files",
                        file ->
                                new Entry(
                                        file.text("name"),
                                        file.text("mediaType"),
                                        file.number("bytes"),
                                        file.text("sha256"))));
    }

    /// In hex.
    public String sha256() {
        return Digest.sha256(manifest()).hex();
    }

    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /// Media types by name.
    public Map<String, String> mediaTypes() {
        var types = new TreeMap<String, String>();
        entries.forEach(entry -> types.put(entry.name(), entry.mediaType()));
        return types;
    }
}
