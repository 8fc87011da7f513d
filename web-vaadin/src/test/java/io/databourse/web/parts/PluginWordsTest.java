package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the plugins of this project tell of their work, the pages say in words. Plugins know
/// nothing of the pages, so their sources are read.
class PluginWordsTest {
    private static final Path PLUGINS = Path.of("../plugins");
    private static final Pattern PHASE = Pattern.compile("\\breport\\(\\s*\"([a-z-]+)\"");
    private static final Pattern UNIT =
            Pattern.compile("\\.report\\([^;]*?,\\s*\"([a-z ]+)\"\\)", Pattern.DOTALL);
    private static final Path RULES =
            PLUGINS.resolve("sandbox/src/main/java/io/databourse/sandbox/sql");
    private static final Pattern CONSTANT =
            Pattern.compile("^ {4}([A-Z_]+)(?:\\(.*\\))?[,;]?$", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_phase_and_unit_of_the_plugins_has_words(Language language) {
        var wanted = new TreeSet<String>();
        sources()
                .forEach(source -> {
                    found(PHASE, source).forEach(phase -> wanted.add("phase." + phase));
                    found(UNIT, source).forEach(unit -> wanted.add("unit." + unit));
                });
        assertThat(wanted).hasSizeGreaterThan(15).contains("phase.ask", "unit.tags");
        assertThat(keys(language)).containsAll(wanted);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_of_a_rooms_rules_has_words(Language language) {
        var wanted = new TreeSet<String>();
        constants("Role").forEach(role -> wanted.add("roomRole." + role));
        constants("Mode").forEach(mode -> wanted.add("roomMode." + mode));
        constants("Type").forEach(type -> wanted.add("argumentType." + type));
        constants("Aggregate")
                .forEach(each -> wanted.add("aggregate." + each.toLowerCase(Locale.ROOT)));
        assertThat(wanted).contains("roomRole.ENTITY", "roomMode.SCRIPT", "aggregate.sum");
        assertThat(keys(language)).containsAll(wanted);
    }

    private static Set<String> constants(String type) {
        return found(CONSTANT, read(RULES.resolve(type + ".java"))).collect(Collectors.toSet());
    }

    private static Set<String> keys(Language language) {
        return BundleTexts.bundle(BundleTexts.BUNDLE, language).keySet();
    }

    private static Stream<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(PLUGINS)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .map(PluginWordsTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
