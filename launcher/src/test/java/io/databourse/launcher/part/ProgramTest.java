package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir Path folder;
    private Program program;

    @BeforeEach
    void define() {
        program = new Program("part", new Home(folder));
    }

    @AfterEach
    void stop() {
        program.stop(Duration.ofSeconds(1));
    }

    @Test
    void a_started_program_is_known_to_whoever_looks_later() {
        program.start(List.of("sleep", "60"), Map.of(), folder, "");

        assertThat(new Program("part", new Home(folder)).running()).isTrue();
    }

    @Test
    void the_build_that_it_was_started_from_is_remembered() {
        program.start(List.of("sleep", "60"), Map.of(), folder, "build-7");

        assertThat(new Program("part", new Home(folder)).build()).isEqualTo("build-7");
    }

    @Test
    void a_stopped_program_runs_no_more() {
        program.start(List.of("sleep", "60"), Map.of(), folder, "");

        program.stop(Duration.ofSeconds(5));

        assertThat(program.running()).isFalse();
    }

    @Test
    void a_program_that_does_not_listen_is_stopped_by_force() {
        program.start(
                List.of("sh", "-c", "trap '' TERM; touch ready; while true; do sleep 0.05; done"),
                Map.of(),
                folder,
                "");
        program.await(() -> Files.exists(folder.resolve("ready")), Duration.ofMinutes(1));

        program.stop(Duration.ofMillis(200));

        assertThat(program.running()).isFalse();
    }

    @Test
    void a_program_that_ends_while_starting_is_told_with_its_log() {
        program.start(List.of("sh", "-c", "echo no luck; exit 3"), Map.of(), folder, "");

        assertThatThrownBy(() -> program.await(() -> false, Duration.ofSeconds(30)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("part ended while starting")
                .hasMessageContaining("logs/part.log");
        assertThat(program.log()).hasContent("no luck");
    }
}
