package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.plugin.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A job that failed shows a code: the exchange's, a node's or a plugin's. Nodes and the dispatch
/// write theirs as texts, so their sources are read.
class ReportedCodesTest {
    private static final Path NODE = Path.of("../node/src/main/java/io/databourse/node");
    private static final Path DISPATCH =
            Path.of("../marketplace-ear/marketplace/src/main/java/io/databourse/dispatch");
    private static final Pattern REPORTED =
            Pattern.compile(
                    "(?:NodeFailure|Answer\\.failed|Answer\\.refused|Trouble|Trouble\\.[a-z]+"
                            + "|insteadRefused)\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern OF_A_BLAME = Pattern.compile("case [A-Z]+ -> \"([A-Z_]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("^ {4}([A-Z_]+)[,;]?$");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_code_that_a_job_can_end_with_has_words(Language language) {
        var texts = BundleTexts.bundle("io.databourse.call.problems", language);
        var codes = codes();
        assertThat(codes)
                .hasSizeGreaterThan(80)
                .contains("PLUGIN_FAILED", "PEER_MISMATCH", "NODE_SILENT", "COUNTERPARTY_LOST");
        assertThat(codes)
                .allSatisfy(code -> {
                    assertThat(texts.keySet()).contains(code + ".title", code + ".help");
                    assertThat(texts.getString(code + ".title")).isNotBlank();
                });
    }

    private static Set<String> codes() {
        var codes = new TreeSet<String>();
        Arrays.stream(ErrorCode.values()).map(Enum::name).forEach(codes::add);
        Arrays.stream(Outcome.Reason.values()).map(Enum::name).forEach(codes::add);
        Stream.of(NODE, DISPATCH).forEach(folder -> sources(folder).forEach(codes::addAll));
        find(CONSTANT, read(NODE.resolve("contract/RefusalCode.java"))).forEach(codes::add);
        find(OF_A_BLAME, read(NODE.resolve("job/RunOutcome.java"))).forEach(codes::add);
        return codes;
    }

    private static Stream<Set<String>> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Set.copyOf(find(REPORTED, read(file)).distinct().toList()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> find(Pattern pattern, String source) {
        return Pattern.compile(pattern.pattern(), Pattern.MULTILINE)
                .matcher(source)
                .results()
                .map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
