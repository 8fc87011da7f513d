package io.databourse.sandbox.room;

import java.nio.file.Path;
import java.util.Map;

/// What a room runs on: a root folder that nobody writes to, named by the hash of its content.
///
/// @param root holds `usr`, `etc` and so on
/// @param sha256 over the image's manifest, in hex; it goes into the receipt
/// @param environment the variables that its programs need; a job gets no others
public record Image(Path root, String sha256, Map<String, String> environment) {
    public Image {
        root = root.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }
}
