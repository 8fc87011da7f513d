package io.databourse.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A properties file whose every complaint names the key. Keys that nobody asked for are complained
/// about too, because a release rule with a typing error must not be silently absent.
final class ConfigFile {
    private final Path file;
    private final Properties properties = new Properties();
    private final Set<String> asked = new TreeSet<>();

    ConfigFile(Path file) {
        this.file = file;
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigProblem(file + ": cannot be read: " + e.getMessage());
        }
    }

    Optional<String> find(String key) {
        asked.add(key);
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String text(String key) {
        return find(key).orElseThrow(() -> problem(key, "is missing"));
    }

    int number(String key, int otherwise, int minimum, int maximum) {
        return find(key).map(value -> number(key, value, minimum, maximum)).orElse(otherwise);
    }

    int number(String key, int minimum, int maximum) {
        return number(key, text(key), minimum, maximum);
    }

    private int number(String key, String value, int minimum, int maximum) {
        try {
            var number = Integer.parseInt(value);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, together with what would do.
        }
        throw problem(key, "is " + value + ", not a number from " + minimum + " to " + maximum);
    }

    Path path(String key) {
        return resolve(text(key));
    }

    Path path(String key, String otherwise) {
        return resolve(find(key).orElse(otherwise));
    }

    /// Relative paths start at the folder of the file.
    private Path resolve(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    Set<String> set(String key) {
        return find(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// `true` or `false`; false if it is missing.
    boolean flag(String key) {
        return switch (find(key).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem(key, "is neither true nor false");
        };
    }

    /// A time with an offset, or a day, which counts to its end where the node is.
    Instant until(String key) {
        var value = text(key);
        try {
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException _) {
            throw problem(key, "is " + value + ", not a day such as 2027-03-31");
        }
    }

    /// The names between `prefix.` and the next dot, sorted.
    List<String> namesUnder(String prefix) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix + "."))
                .map(key -> key.substring(prefix.length() + 1).replaceFirst("\\..*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    boolean hasUnder(String prefix) {
        return properties.stringPropertyNames().stream()
                .anyMatch(key -> key.startsWith(prefix + "."));
    }

    void refuseUnknownKeys() {
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw problem(unknown.first(), "is not a key of this file");
        }
    }

    ConfigProblem problem(String key, String trouble) {
        return new ConfigProblem(file + ": " + key + " " + trouble);
    }
}
