package io.databourse.node.job;

import io.databourse.node.NodeFailure;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.review.ReviewService;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome.Blame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the owner's reviewers have released, for the run that hands it over.
record ReleasedFiles(ReviewService reviews) {
    /// Looked at once more: the files may have been changed since the job was prepared.
    List<HeldOutput.Released> copy(JobRequest request, JobDefinition definition, Path workspace)
            throws IOException {
        if (definition.release().isEmpty() || request.section().isEmpty()) {
            return List.of();
        }
        var quarantine = reviews.quarantine();
        var held =
                quarantine
                        .released(definition.jobId(), definition.release().get())
                        .orElseThrow(() ->
                                new NodeFailure(
                                        "OUTPUT_NOT_RELEASED",
                                        Blame.CALLER,
                                        "the released output is not here any more"));
        var copies = quarantine.copy(held, workspace.resolve("released"));
        var files = new ArrayList<HeldOutput.Released>();
        held.bundle()
                .entries()
                .forEach(entry ->
                        files.add(
                                new HeldOutput.Released(
                                        entry.name(),
                                        entry.mediaType(),
                                        Objects.requireNonNull(copies.get(entry.name())))));
        return files;
    }
}
