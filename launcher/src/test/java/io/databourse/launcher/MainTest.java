package io.databourse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource({"up,--force", "down,now", "status,all", "demo,gold", "reset,--force"})
    void a_word_that_a_command_does_not_know_stops_it_before_it_does_anything(
            String command, String word) {
        var errors = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(List.of(command, word))).isEqualTo(1);
        } finally {
            System.setErr(usual);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("bourse " + command + ": ")
                .contains(word);
    }
}
