package io.databourse.node.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.child.JobSpec;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir private Path folder;
    private KeptRuns kept = new KeptRuns(Path.of("none"), Clock.systemUTC());

    @BeforeEach
    void open() {
        kept = new KeptRuns(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_next_attempt_finds_rows_files_and_checkpoint_of_the_one_before() throws IOException {
        var first = begin("j-1", "work");
        Files.writeString(first.resolve("checkpoint"), "half");
        kept.keep("j", first);
        var second = Files.createDirectories(folder.resolve("j-2"));
        var spec = kept.restore("j", "work", second).orElseThrow();
        assertThat(spec.inputs().getFirst().rows()).isEqualTo(3);
        assertThat(second.resolve("input.chunks")).hasContent("rows");
        assertThat(second.resolve("scratch").resolve("tags")).hasContent("tags");
        assertThat(second.resolve("checkpoint")).hasContent("half");
        assertThat(kept.restore("j", "work", folder)).isEmpty();
    }

    @Test
    void nothing_is_kept_without_a_checkpoint() throws IOException {
        kept.keep("j", begin("j-1", "work"));
        assertThat(folder.resolve(KeptRuns.FOLDER)).doesNotExist();
    }

    @Test
    void other_work_under_the_same_id_does_not_get_it_and_ends_it() throws IOException {
        kept(begin("j-1", "work"));
        var second = Files.createDirectories(folder.resolve("j-2"));
        assertThat(kept.restore("j", "other work", second)).isEmpty();
        assertThat(second).isEmptyDirectory();
        assertThat(kept.restore("j", "work", second)).isEmpty();
    }

    @Test
    void the_end_of_the_job_deletes_it() throws IOException {
        kept(begin("j-1", "work"));
        kept.discard("j");
        assertThat(folder.resolve(KeptRuns.FOLDER)).doesNotExist();
    }

    @Test
    void what_nobody_came_back_for_is_gone_after_a_day() throws IOException {
        kept(begin("j-1", "work"));
        var old = folder.resolve(KeptRuns.FOLDER).resolve("j");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(90_000)));
        kept.keep("k", begin("k-1", "work"));
        assertThat(old).doesNotExist();
    }

    private void kept(Path workspace) throws IOException {
        Files.writeString(workspace.resolve("checkpoint"), "half");
        kept.keep("j", workspace);
    }

    private Path begin(String run, String work) throws IOException {
        var workspace = folder.resolve(run);
        Files.createDirectories(workspace.resolve("scratch"));
        Files.writeString(workspace.resolve("scratch").resolve("tags"), "tags");
        Files.writeString(workspace.resolve("input.chunks"), "rows");
        kept.describe(work, spec(workspace));
        return workspace;
    }

    private static JobSpec spec(Path workspace) {
        var schema = new Schema(List.of(new Schema.Column("mobile", Schema.Type.STRING, true)));
        return new JobSpec(
                "j/1",
                "psi",
                "p1",
                workspace,
                List.of(),
                List.of(new Party("p1", "DATA", true)),
                Map.of(),
                List.of(
                        new JobSpec.Input(
                                "input",
                                workspace.resolve("input.chunks"),
                                schema,
                                3,
                                Map.of("join", List.of("mobile")))),
                List.of());
    }
}
