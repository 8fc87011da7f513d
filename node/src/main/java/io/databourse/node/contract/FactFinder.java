package io.databourse.node.contract;

import io.databourse.crypto.Digest;
import io.databourse.node.NodeConfig;
import io.databourse.node.job.InstalledPlugins;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.review.ReviewService;
import io.databourse.node.source.KeptProfile;
import io.databourse.node.source.SourceProfiles;
import io.databourse.node.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Gathers what this node knows by itself for one check.
public record FactFinder(
        NodeConfig config,
        String nodeId,
        NodeKeys keys,
        SourceReader reader,
        InstalledPlugins plugins,
        RunRecord runs,
        SourceProfiles profiles,
        ReviewService reviews,
        Supplier<Set<BigInteger>> revoked,
        Clock clock) {

    /// For a contract that is to be signed.
    public OwnFacts forContract(String document) {
        var contract = ContractDocument.parse(document);
        return facts(
                soldSource(contract).flatMap(name -> source(name, false)),
                tables(contract, false),
                Optional.empty(),
                RunsBegun.NONE,
                OwnFacts.Reviewed.NOTHING);
    }

    /// For a job that is to be prepared.
    public OwnFacts forJob(JobRequest request) {
        var contract = ContractDocument.parse(request.contract().document());
        var definition = JobDefinition.parse(request.definition());
        var source =
                request.section()
                        .map(text -> Section.parse(text).source())
                        .or(() -> soldSource(contract));
        return facts(
                source.flatMap(name -> source(name, definition.isDryRun())),
                tables(contract, definition.isDryRun()),
                plugins.find(definition.plugin().id()),
                runs.jobs(contract.contractId()),
                reviewed(contract, definition));
    }

    private OwnFacts.Reviewed reviewed(ContractDocument contract, JobDefinition definition) {
        try {
            var script = definition.parameters().get(JobDefinition.SCRIPT);
            var scripts =
                    script != null && isApproved(contract, script)
                            ? Set.of(Digest.sha256(script).hex())
                            : Set.<String>of();
            var outputs =
                    definition.release().isPresent()
                                    && reviews.quarantine()
                                            .released(
                                                    definition.jobId(), definition.release().get())
                                            .isPresent()
                            ? Set.of(definition.release().get())
                            : Set.<String>of();
            return new OwnFacts.Reviewed(scripts, outputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isApproved(ContractDocument contract, String script) throws IOException {
        var needed = RequiredReviewers.of(contract, nodeId, config.releases());
        return reviews.scripts().approvers(script, contract.contractId()).size() >= needed;
    }

    private Optional<String> soldSource(ContractDocument contract) {
        return Optional.of(contract.dataset())
                .filter(dataset -> dataset.nodeId().equals(nodeId))
                .map(ContractDocument.DatasetTerms::source);
    }

    private Map<String, OwnFacts.SourceFacts> tables(ContractDocument contract, boolean dryRun) {
        var tables = new HashMap<String, OwnFacts.SourceFacts>();
        if (soldSource(contract).isPresent()) {
            for (var table : contract.tables()) {
                source(table.source(), dryRun)
                        .ifPresent(facts -> tables.put(table.source(), facts));
            }
        }
        return tables;
    }

    private OwnFacts facts(
            Optional<OwnFacts.SourceFacts> source,
            Map<String, OwnFacts.SourceFacts> tables,
            Optional<JobDefinition.PluginVersion> plugin,
            RunsBegun jobs,
            OwnFacts.Reviewed reviewed) {
        return new OwnFacts(
                nodeId,
                keys.signingCertificate(),
                keys.channelCertificate(),
                keys.signingAuthority(),
                revoked.get(),
                source,
                tables,
                plugin,
                jobs,
                reviewed,
                clock.instant());
    }

    /// @param dryRun whether the source stays shut, so that its profile has to do
    private Optional<OwnFacts.SourceFacts> source(String name, boolean dryRun) {
        return config.source(name)
                .map(source ->
                        new OwnFacts.SourceFacts(
                                name,
                                dryRun
                                        ? profiles.find(name)
                                                .map(KeptProfile::contentHash)
                                                .orElse("")
                                        : reader.contentHash(source),
                                Optional.ofNullable(config.releases().get(name)),
                                source.tellsMatches()));
    }
}
