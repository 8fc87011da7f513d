package io.databourse.node.contract;

import io.databourse.node.NodeConfig;
import io.databourse.node.job.InstalledPlugins;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.source.SourceReader;
import java.math.BigInteger;
import java.time.Clock;
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
        Supplier<Set<BigInteger>> revoked,
        Clock clock) {

    /// For a contract that is to be signed.
    public OwnFacts forContract(String document) {
        var contract = ContractDocument.parse(document);
        return facts(soldSource(contract), Optional.empty(), Set.of());
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
                source, plugins.find(definition.plugin().id()), runs.jobs(contract.contractId()));
    }

    private Optional<String> soldSource(ContractDocument contract) {
        return Optional.of(contract.dataset())
                .filter(dataset -> dataset.nodeId().equals(nodeId))
                .map(ContractDocument.DatasetTerms::source);
    }

    private OwnFacts facts(
            Optional<String> source,
            Optional<JobDefinition.PluginVersion> plugin,
            Set<String> jobs) {
        return new OwnFacts(
                nodeId,
                keys.signingCertificate(),
                keys.channelCertificate(),
                keys.signingAuthority(),
                revoked.get(),
                source.flatMap(this::source),
                plugin,
                jobs,
                clock.instant());
    }

    private Optional<OwnFacts.SourceFacts> source(String name) {
        return config.source(name)
                .map(source ->
                        new OwnFacts.SourceFacts(
                                name,
                                reader.contentHash(source),
                                Optional.ofNullable(config.releases().get(name))));
    }
}
