package io.databourse.node.job;

import io.databourse.node.Answer;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.contract.FactFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Brings a result that is paid for out of the workspace, with a receipt beside it.
record Delivery(NodeConfig config, FactFinder facts) {

    /// May be called again, after a crash too: what was moved already stays.
    void deliver(JobFile file, JobFile.Result result, Path workspace) throws IOException {
        Files.createDirectories(folder(file));
        ResultFile.move(workspace.resolve(result.file()), place(file, result));
        Files.writeString(folder(file).resolve("receipt.json"), receipt(file, result));
    }

    Answer answer(JobFile file, JobFile.Result result) {
        return Answer.done(
                Json.object()
                        .put("rows", result.rows())
                        .put("sha256", result.sha256())
                        .put("file", place(file, result).toString()));
    }

    private Path folder(JobFile file) {
        return config.resultsFolder().resolve(file.jobId());
    }

    /// The files of a bundle lie in the folder itself.
    private Path place(JobFile file, JobFile.Result result) {
        return ResultFile.isBundle(result.file())
                ? folder(file)
                : folder(file).resolve(result.file());
    }

    private String receipt(JobFile file, JobFile.Result result) {
        var json =
                Json.object()
                        .put("type", "databourse/delivery/1")
                        .put("jobId", file.jobId())
                        .put("attempt", file.attempt())
                        .put("contractId", file.contractId())
                        .put("nodeId", facts.nodeId())
                        .put("file", result.file())
                        .put("rows", result.rows())
                        .put("sha256", result.sha256())
                        .put("deliveredAt", facts.clock().instant().toString());
        return Json.write(json) + "\n";
    }
}
