package io.databourse.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path folder;

    @Test
    void a_process_that_was_written_is_found_again() {
        PidFile file = file();
        file.write(ProcessHandle.current(), "");

        assertThat(file.owned()).contains(ProcessHandle.current());
    }

    @Test
    void the_same_number_with_another_start_is_not_ours() throws Exception {
        PidFile file = file();
        file.write(ProcessHandle.current(), "");
        Path path = folder.resolve("part.pid");
        List<String> lines = Files.readAllLines(path);
        Files.writeString(path, lines.getFirst() + "\n2001-01-01T00:00:00Z\n\n");

        assertThat(file.owned()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws Exception {
        Process process = new ProcessBuilder("true").start();
        PidFile file = file();
        file.write(process.toHandle(), "");
        process.waitFor();

        assertThat(file.owned()).isEmpty();
    }

    @Test
    void a_torn_file_names_no_process() throws Exception {
        Files.writeString(folder.resolve("part.pid"), "12");

        assertThat(file().owned()).isEmpty();
    }

    private PidFile file() {
        return new PidFile(folder.resolve("part.pid"));
    }
}
