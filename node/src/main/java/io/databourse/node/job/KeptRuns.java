package io.databourse.node.job;

import io.databourse.node.Folders;
import io.databourse.node.child.JobSpec;
import io.databourse.node.child.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What attempts that did not come to their end leave for the next attempt of the same job: the
/// program's checkpoint and its files, and the rows it had been given, so that they are read once
/// and keep their order. Only of programs that saved a checkpoint.
///
/// The next attempt gets it if it is about the same work: task, build of the plugin, parameters,
/// parties and section. It goes with the job's end, or after a day.
final class KeptRuns {
    static final String FOLDER = ".kept";
    private static final Duration TIME_TO_RETRY = Duration.ofDays(1);

    private static final String CHECKPOINT = "checkpoint";
    private static final String WORK = "work";
    private static final String SPEC = "spec";
    private static final List<String> KEPT = List.of(WORK, SPEC, JobInputs.FILE, "scratch");

    private final Path folder;
    private final Clock clock;

    KeptRuns(Path workFolder, Clock clock) {
        this.folder = workFolder.resolve(FOLDER);
        this.clock = clock;
    }

    /// Writes down beside a run what it is about.
    void describe(String work, JobSpec spec) throws IOException {
        Files.writeString(spec.workspace().resolve(WORK), work);
        Files.write(spec.workspace().resolve(SPEC), Wire.of(spec));
    }

    /// Takes what is worth keeping out of a workspace.
    synchronized void keep(String jobId, Path workspace) throws IOException {
        sweep();
        if (!Files.exists(workspace.resolve(CHECKPOINT))) {
            return;
        }
        discard(jobId);
        var target = Files.createDirectories(folder.resolve(jobId));
        for (var name : KEPT) {
            if (Files.exists(workspace.resolve(name))) {
                Files.move(workspace.resolve(name), target.resolve(name));
            }
        }
        // Last, for without it the rest does not count.
        Files.move(workspace.resolve(CHECKPOINT), target.resolve(CHECKPOINT));
    }

    /// Puts what was kept of the same work into a new workspace.
    ///
    /// @return what the earlier run was told, if there is one; its workspace was another
    synchronized Optional<JobSpec> restore(String jobId, String work, Path workspace)
            throws IOException {
        var kept = folder.resolve(jobId);
        if (!Files.exists(kept.resolve(CHECKPOINT))
                || !KEPT.stream().allMatch(name -> Files.exists(kept.resolve(name)))
                || !Files.readString(kept.resolve(WORK)).equals(work)) {
            discard(jobId);
            return Optional.empty();
        }
        var spec = Wire.jobSpec(ByteBuffer.wrap(Files.readAllBytes(kept.resolve(SPEC))));
        try (var files = Files.list(kept)) {
            for (var file : files.toList()) {
                Files.move(file, workspace.resolve(file.getFileName().toString()));
            }
        }
        Files.delete(kept);
        return Optional.of(spec);
    }

    synchronized void discard(String jobId) throws IOException {
        Folders.delete(folder.resolve(jobId));
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            // Of other jobs.
        }
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var oldest = clock.instant().minus(TIME_TO_RETRY);
        try (var jobs = Files.list(folder)) {
            for (var job : jobs.toList()) {
                if (Files.getLastModifiedTime(job).toInstant().isBefore(oldest)) {
                    Folders.delete(job);
                }
            }
        }
    }
}
