package io.databourse.node.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    @Test
    void a_job_is_written_down_once_with_the_time_at_which_it_began() throws Exception {
        var record = new RunRecord(folder);
        record.add("c-1", "j-1", NOON);
        record.add("c-1", "j-1", NOON.plusSeconds(5));
        record.add("c-1", "j-2", NOON.plusSeconds(9));

        assertThat(new RunRecord(folder).jobs("c-1"))
                .isEqualTo(
                        new RunsBegun(Map.of("j-1", NOON, "j-2", NOON.plusSeconds(9)), Map.of()));
    }

    @Test
    void a_job_that_was_called_off_counts_again_when_its_next_attempt_begins() throws Exception {
        var record = new RunRecord(folder);
        record.add("c-1", "j-1", NOON);
        record.callOff("c-1", "j-1");
        record.callOff("c-1", "j-1");
        record.callOff("c-1", "never-begun");
        assertThat(new RunRecord(folder).jobs("c-1"))
                .isEqualTo(new RunsBegun(Map.of(), Map.of("j-1", NOON)));

        record.add("c-1", "j-1", NOON.plusSeconds(9));
        assertThat(new RunRecord(folder).jobs("c-1"))
                .isEqualTo(new RunsBegun(Map.of("j-1", NOON), Map.of()));
    }

    @Test
    void lines_of_an_older_node_still_count() throws Exception {
        Files.writeString(folder.resolve(Digest.sha256("c-1").hex()), "j-1\nj-2");
        var record = new RunRecord(folder);
        record.add("c-1", "j-3", NOON);

        assertThat(new RunRecord(folder).jobs("c-1"))
                .isEqualTo(
                        new RunsBegun(
                                Map.of("j-1", Instant.MIN, "j-2", Instant.MIN, "j-3", NOON),
                                Map.of()));
    }
}
