package io.databourse.node.job;

import io.databourse.node.NodeConfig;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.JobSpec;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.contract.Section;
import io.databourse.node.source.Extract;
import io.databourse.node.source.Selection;
import io.databourse.node.source.Source;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the program of a run gets: parameters, rows, and what reviewers have released.
record JobInputs(NodeConfig config, FactFinder facts, RecipientMarks marks) {
    /// Tasks whose programs hand the owner's columns on row by row. What others count and sum stays
    /// exact, and what leaves a room is marked then.
    private static final Set<String> GIVE_ROWS = Set.of("mpc/psi-join", "mpc/psi-join-distributed");

    /// The rows in a workspace.
    static final String FILE = PartyContext.INPUT + ".chunks";

    /// @param earlier what an earlier attempt at the same work was told; its rows are here again
    JobSpec spec(JobFile file, JobRequest request, Path workspace, Optional<JobSpec> earlier)
            throws IOException, InterruptedException {
        var definition = JobDefinition.parse(request.definition());
        return new JobSpec(
                file.jobId() + "/" + file.attempt(),
                definition.taskName(),
                file.party(),
                workspace,
                facts.plugins().classPath(definition.plugin()),
                definition.parties().stream().map(JobDefinition.Party::forPrograms).toList(),
                new JobParameters(facts).of(request, definition),
                earlier.isPresent()
                        ? again(request, earlier.get(), workspace)
                        : inputs(request, definition, workspace),
                new ReleasedFiles(facts.reviews()).copy(request, definition, workspace));
    }

    private List<JobSpec.Input> again(JobRequest request, JobSpec earlier, Path workspace) {
        checkUnchanged(request);
        return earlier.inputs().stream()
                .map(input ->
                        new JobSpec.Input(
                                input.name(),
                                workspace.resolve(FILE),
                                input.schema(),
                                input.rows(),
                                input.uses()))
                .toList();
    }

    /// A run that only hands over what was released opens no source.
    private List<JobSpec.Input> inputs(JobRequest request, JobDefinition definition, Path workspace)
            throws IOException, InterruptedException {
        if (request.section().isEmpty() || definition.release().isPresent()) {
            return List.of();
        }
        var inputs = new ArrayList<JobSpec.Input>();
        var contract = ContractDocument.parse(request.contract().document());
        var section = Section.parse(request.section().get());
        var sold = isSold(contract, section);
        var by = Optional.of(contract).filter(_ -> sold);
        inputs.add(
                input(
                        definition,
                        new Cut(
                                PartyContext.INPUT,
                                section.source(),
                                by,
                                contract.dataset().contentHash(),
                                section.selection()),
                        workspace));
        // A task that reads no rules has no use for further tables.
        var further = sold && definition.parameters().containsKey(JobDefinition.RULES);
        for (var table : further ? contract.tables() : List.<ContractDocument.TableTerms>of()) {
            var columns = table.columns().stream().sorted().toList();
            inputs.add(
                    input(
                            definition,
                            new Cut(
                                    table.name(),
                                    table.source(),
                                    by,
                                    table.contentHash(),
                                    new Selection(List.of(), columns, List.of())),
                            workspace));
        }
        return inputs;
    }

    /// What a run gets of one source.
    ///
    /// @param input the program's name for it
    /// @param sold the contract by which others use it; empty for a party's own data
    /// @param contentHash of the file that was sold
    private record Cut(
            String input,
            String source,
            Optional<ContractDocument> sold,
            String contentHash,
            Selection selection) {}

    private JobSpec.Input input(JobDefinition definition, Cut cut, Path workspace)
            throws IOException, InterruptedException {
        var target = workspace.resolve(cut.input() + ".chunks");
        var extract =
                definition.isDryRun()
                        ? new DryRuns(facts).extract(cut.source(), cut.selection(), target)
                        : real(definition, cut, target);
        return new JobSpec.Input(
                cut.input(),
                target,
                extract.schema(),
                extract.rows(),
                Map.of(
                        "join",
                        cut.selection().joinColumns(),
                        "result",
                        cut.selection().resultColumns()));
    }

    private Extract real(JobDefinition definition, Cut cut, Path target)
            throws IOException, InterruptedException {
        var source = config.source(cut.source()).orElseThrow();
        if (cut.sold().isPresent()) {
            checkUnchanged(source, cut.contentHash());
        }
        if (facts.plugins().needs(definition.plugin()).typedInputs()) {
            return facts.reader().extractTyped(source, cut.selection(), target);
        }
        var extract = facts.reader().extract(source, cut.selection(), target);
        var terms =
                Optional.ofNullable(config.releases().get(cut.source()))
                        .flatMap(ReleasePolicy::watermark)
                        .filter(_ -> GIVE_ROWS.contains(definition.task()));
        if (cut.sold().isPresent() && terms.isPresent()) {
            marks.mark(cut.sold().get(), terms.get(), extract, target);
        }
        return extract;
    }

    /// Some time has passed since the job was prepared.
    private void checkUnchanged(JobRequest request) {
        var section = Section.parse(request.section().orElseThrow());
        var contract = ContractDocument.parse(request.contract().document());
        if (isSold(contract, section)) {
            checkUnchanged(
                    config.source(section.source()).orElseThrow(),
                    contract.dataset().contentHash());
        }
    }

    private void checkUnchanged(Source source, String contentHash) {
        if (!facts.reader().contentHash(source).equals(contentHash)) {
            throw new NodeFailure(
                    "SOURCE_CHANGED", Blame.CALLER, source.name() + " is another file now");
        }
    }

    private boolean isSold(ContractDocument contract, Section section) {
        return contract.dataset().nodeId().equals(facts.nodeId())
                && contract.dataset().source().equals(section.source());
    }
}
