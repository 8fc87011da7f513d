package io.databourse.node.job;

import io.databourse.crypto.PrivateFile;
import io.databourse.node.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What outlives the node's process of one attempt.
///
/// @param party this node's id in the job
/// @param result of the run, withheld
record JobFile(
        String jobId,
        int attempt,
        String contractId,
        String party,
        JobPhase phase,
        Optional<Result> result) {

    record Result(String file, long rows, String sha256) {}

    String key() {
        return key(jobId, attempt);
    }

    static String key(String jobId, int attempt) {
        return jobId + "-" + attempt;
    }

    JobFile in(JobPhase next) {
        return new JobFile(jobId, attempt, contractId, party, next, result);
    }

    JobFile with(ResultFile made) {
        return new JobFile(
                jobId,
                attempt,
                contractId,
                party,
                phase,
                Optional.of(
                        new Result(
                                made.file().getFileName().toString(), made.rows(), made.sha256())));
    }

    void write(Path folder) throws IOException {
        var json =
                Json.object()
                        .put("jobId", jobId)
                        .put("attempt", attempt)
                        .put("contractId", contractId)
                        .put("party", party)
                        .put("phase", phase.name());
        result.ifPresent(made ->
                json.putObject("result")
                        .put("file", made.file())
                        .put("rows", made.rows())
                        .put("sha256", made.sha256()));
        PrivateFile.write(
                folder.resolve(key() + ".json"), Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(key() + ".json"));
    }

    static List<JobFile> all(Path folder) throws IOException {
        var found = new ArrayList<JobFile>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                found.add(parse(Json.parse(Files.readString(file), "job")));
            }
        }
        return found;
    }

    private static JobFile parse(Json json) {
        return new JobFile(
                json.text("jobId"),
                json.count("attempt"),
                json.text("contractId"),
                json.text("party"),
                JobPhase.valueOf(json.text("phase")),
                json.has("result") ? Optional.of(result(json.child("result"))) : Optional.empty());
    }

    private static Result result(Json json) {
        return new Result(json.text("file"), json.number("rows"), json.text("sha256"));
    }
}
