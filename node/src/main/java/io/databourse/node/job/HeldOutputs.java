package io.databourse.node.job;

import io.databourse.node.NodeConfig;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport;
import io.databourse.node.child.ChunkReader;
import io.databourse.node.child.CsvText;
import io.databourse.node.child.FileSink;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.contract.RequiredReviewers;
import io.databourse.node.review.Bundle;
import io.databourse.node.review.HeldJob;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Takes what a program has held into quarantine.
record HeldOutputs(NodeConfig config, FactFinder facts, RecipientMarks marks) {
    /// More is not reviewed by people; the program has its own, smaller limits from the rules.
    private static final long MOST_BYTES = 64L << 20;

    private static final int MOST_FILES = 80;
    private static final int MOST_FINDINGS = 1_000;

    /// What the receiving node writes beside a delivered result.
    static final Set<String> RESERVED = Set.of("receipt.json", "bundle.json");

    Optional<HeldJob> take(JobFile file, JobRequest request, RunOutcome outcome, Path workspace)
            throws InterruptedException {
        var held = outcome.report().map(ChildReport::held).orElse(ChildReport.Held.NOTHING);
        if (outcome.kind() != RunOutcome.Kind.COMPLETED || held.isEmpty()) {
            return Optional.empty();
        }
        var folder = workspace.resolve("held");
        try {
            var types = gather(held, folder);
            var bundle = checked(Bundle.of(folder, types));
            var findings = mark(request, types, folder);
            if (!findings.isEmpty()) {
                bundle = checked(Bundle.of(folder, types));
            }
            findings.addAll(held.findings());
            var made = job(file, request, bundle, findings);
            facts.reviews().quarantine().hold(made, folder);
            return Optional.of(made);
        } catch (IOException | java.io.UncheckedIOException | IndexOutOfBoundsException e) {
            throw new NodeFailure(
                    "PLUGIN_FAILED", Blame.PLUGIN, "the held output cannot be read", e);
        }
    }

    private static Bundle checked(Bundle bundle) {
        if (bundle.bytes() > MOST_BYTES || bundle.entries().size() > MOST_FILES) {
            throw new NodeFailure(
                    "RESULT_TOO_LARGE", Blame.CALLER, "the output is too large to be reviewed");
        }
        return bundle;
    }

    private List<ChildReport.Finding> mark(
            JobRequest request, Map<String, String> types, Path folder) throws IOException {
        var contract = ContractDocument.parse(request.contract().document());
        var findings = new ArrayList<ChildReport.Finding>();
        for (var source : sources(contract)) {
            var terms = release(source).flatMap(ReleasePolicy::watermark);
            if (terms.isPresent()) {
                findings.addAll(marks.mark(contract, source, terms.get(), types, folder));
            }
        }
        return findings;
    }

    /// All that the job may have read here, what is sold first; nothing at another owner's node.
    private List<String> sources(ContractDocument contract) {
        return contract.dataset().nodeId().equals(facts.nodeId())
                ? Stream.concat(
                                Stream.of(contract.dataset().source()),
                                contract.tables().stream().map(ContractDocument.TableTerms::source))
                        .distinct()
                        .toList()
                : List.of();
    }

    private Optional<ReleasePolicy> release(String source) {
        return Optional.ofNullable(config.releases().get(source));
    }

    /// Puts all outputs under their names and gives their media types.
    private static Map<String, String> gather(ChildReport.Held held, Path folder)
            throws IOException, InterruptedException {
        var types = new HashMap<String, String>();
        for (var table : held.tables()) {
            checkName(table.name());
            csv(table, folder);
            types.put(table.name(), "text/csv");
        }
        for (var each : held.files().entrySet()) {
            checkName(each.getKey());
            Files.move(FileSink.plainFile(folder, each.getKey()), folder.resolve(each.getKey()));
            types.put(each.getKey(), each.getValue());
        }
        return types;
    }

    private static void checkName(String name) throws IOException {
        if (!FileSink.isName(name) || RESERVED.contains(name)) {
            throw new IOException("not a held file's name");
        }
    }

    private static void csv(ChildReport.Table table, Path folder)
            throws IOException, InterruptedException {
        var names = table.schema().columns().stream().map(Schema.Column::name).toList();
        var chunks = FileSink.tableFile(folder, table.name());
        try (var pass = new ChunkReader(chunks, table.schema(), names);
                var out =
                        new BufferedOutputStream(
                                Files.newOutputStream(folder.resolve(table.name())))) {
            CsvText.write(table.schema(), pass, out);
        }
    }

    private HeldJob job(
            JobFile file, JobRequest request, Bundle bundle, List<ChildReport.Finding> findings) {
        var definition = JobDefinition.parse(request.definition());
        var contract = ContractDocument.parse(request.contract().document());
        var now = facts.clock().instant();
        return new HeldJob(
                file.jobId(),
                file.attempt(),
                file.contractId(),
                definition.parameters().getOrDefault("algorithm", definition.task()),
                bundle,
                findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)),
                RequiredReviewers.of(contract, facts.nodeId(), config.releases()),
                now,
                now.plus(config.reviewing().time()),
                List.of(),
                Optional.empty());
    }
}
