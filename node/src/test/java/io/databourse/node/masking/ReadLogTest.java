package io.databourse.node.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLogTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private static final People.Person WHO =
            new People.Person("陈", Optional.of("desk"), View.Masked.BY_LOOK, false, false);
    @TempDir Path folder;

    @Test
    void lines_are_added_after_a_restart_and_after_a_crash_in_the_middle_of_one()
            throws IOException {
        var log = open();
        read(log, "job-1");
        read(log, "job-2");
        Files.writeString(file(), "{\"number\":3,\"at", StandardOpenOption.APPEND);
        read(log, "job-3");
        Files.writeString(file(), "{\"number\":4", StandardOpenOption.APPEND);
        var again = open();
        assertThat(again.state(9).head()).isEqualTo(log.state(9).head());
        read(again, "job-4");
        var state = again.state(2);
        assertThat(state.broken()).isEmpty();
        assertThat(state.count()).isEqualTo(4);
        assertThat(jobs(state.latest())).containsExactly("job-4", "job-3");
        var all = new ArrayList<Read>();
        again.each(all::add);
        assertThat(jobs(all)).containsExactly("job-1", "job-2", "job-3", "job-4");
        assertThat(all.getFirst().who()).isEqualTo("陈");
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    @Test
    void a_line_that_was_changed_or_taken_out_shows() throws IOException {
        var log = open();
        for (var job : List.of("job-1", "job-2", "job-3")) {
            read(log, job);
        }
        var lines = Files.readAllLines(file());
        Files.write(
                file(),
                List.of(lines.get(0), lines.get(1).replace("job-2", "job-9"), lines.get(2)));
        assertThat(open().state(9).broken()).contains(3L);
        Files.write(file(), List.of(lines.get(0), lines.get(2)));
        assertThat(open().state(9).broken()).contains(2L);
        Files.write(file(), List.of(lines.get(0), "\u0000nothing", lines.get(2)));
        assertThat(open().state(9).broken()).contains(2L);
        // Only who has the last hash sees that the end is gone: here the running node has.
        Files.write(file(), lines.subList(0, 2));
        assertThat(log.state(9).broken()).contains(3L);
        assertThat(open().state(9).broken()).isEmpty();
        assertThat(open().state(9).head()).isNotEqualTo(log.state(9).head());
    }

    private ReadLog open() throws IOException {
        return new ReadLog(folder, CLOCK);
    }

    private Path file() {
        return folder.resolve("reads.jsonl");
    }

    private static void read(ReadLog log, String job) throws IOException {
        log.append(
                WHO,
                Read.Seen.MASKED,
                new Read.What(Read.Door.API, job, "result.csv"),
                OptionalLong.of(2));
    }

    private static List<String> jobs(List<Read> reads) {
        return reads.stream().map(read -> read.what().job()).toList();
    }
}
