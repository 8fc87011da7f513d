package io.databourse.launcher.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The versions that the build pinned.
final class Versions {

    private Versions() {}

    static String of(String name) {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty(name);
        if (version == null) {
            throw new IllegalArgumentException("no version of " + name);
        }
        return version;
    }
}
