package io.databourse.node.job;

import io.databourse.crypto.Digest;
import io.databourse.node.NodeConfig;
import io.databourse.node.child.JobSpec;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;

/// What each run of this node needs.
record RunPlans(
        NodeConfig config, FactFinder facts, JobInputs inputs, KeptRuns kept, JobReports reports) {

    RunPlan plan(JobFile file, JobRequest request, Path workspace) throws IOException {
        var definition = JobDefinition.parse(request.definition());
        var limits = config.limits();
        var pairings =
                definition.parties().stream()
                        .filter(party -> !party.id().equals(file.party()))
                        .map(party ->
                                new Pairing(
                                        file.jobId(),
                                        file.attempt(),
                                        file.party(),
                                        party.id(),
                                        party.endpoint(),
                                        party.channelFingerprint()))
                        .toList();
        return new RunPlan(
                () -> spec(file, request, workspace),
                facts.plugins().classPath(definition.plugin()),
                facts.plugins().needs(definition.plugin()),
                workspace,
                config.home().resolve("logs").resolve("jobs").resolve(file.key() + ".log"),
                pairings,
                new RunPlan.Patience(limits.connect(), limits.silence(), definition.deadline()),
                progress -> reports.progress(file.jobId(), file.attempt(), progress),
                journals(request, workspace));
    }

    private JobSpec spec(JobFile file, JobRequest request, Path workspace)
            throws IOException, InterruptedException {
        var work = JobWork.of(request);
        var earlier = kept.restore(file.jobId(), work, workspace);
        var spec = inputs.spec(file, request, workspace, earlier);
        kept.describe(work, spec);
        return spec;
    }

    /// One folder for each data set and consumer, whatever contracts there are between them, and
    /// whether the data set is what was sold or a further table of a room.
    private RunPlan.Journals journals(JobRequest request, Path workspace) {
        var contract = ContractDocument.parse(request.contract().document());
        var sources = new HashMap<String, String>();
        contract.tables().forEach(table -> sources.put(table.name(), table.source()));
        sources.put(PartyContext.INPUT, contract.dataset().source());
        var consumer = contract.consumer().orElse("");
        // A dry run spends nothing, and what it asks is about nobody.
        var kept =
                JobDefinition.parse(request.definition()).isDryRun()
                        ? workspace
                        : config.stateFolder().resolve("journals");
        return (name, input) -> {
            if (!sources.containsKey(input)) {
                throw new IOException("the job has no such data set");
            }
            var key = Digest.sha256(sources.get(input) + "\n" + consumer).hex();
            return new JournalFile(kept.resolve(key), name);
        };
    }
}
