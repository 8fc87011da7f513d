package io.databourse.node.job;

import io.databourse.node.Json;
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
import io.databourse.node.source.KeptProfile;
import io.databourse.node.source.Selection;
import io.databourse.node.source.Source;
import io.databourse.node.source.SyntheticRows;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the program of a run gets: parameters, rows, and what reviewers have released.
record JobInputs(NodeConfig config, FactFinder facts, RecipientMarks marks) {
    /// Cutting a copy out of a source and handing it over.
    private static final long ROWS_PER_SECOND = 500_000;

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
                parameters(request, definition),
                earlier.isPresent()
                        ? again(request, earlier.get(), workspace)
                        : inputs(request, definition, workspace),
                released(request, definition, workspace));
    }

    /// What the attempts of one job have in common, at this node.
    static String work(JobRequest request) {
        var definition = JobDefinition.parse(request.definition());
        var json =
                Json.object()
                        .put("contract", definition.contractHash())
                        .put("task", definition.task())
                        .put("plugin", definition.plugin().sha256())
                        .put("minimumResultSize", definition.minimumResultSize())
                        .put("section", request.section().orElse(""));
        var parameters = json.putObject("parameters");
        new TreeMap<>(definition.parameters()).forEach(parameters::put);
        var parties = json.putArray("parties");
        for (var party : definition.parties()) {
            parties.addObject()
                    .put("party", party.id())
                    .put("role", party.role())
                    .put("node", party.nodeId())
                    .put("channel", party.channelFingerprint())
                    .put("receivesResult", party.receivesResult());
        }
        return Json.write(json);
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

    /// Rules come from the contract that was signed and from the owner's own file, whatever the
    /// definition says.
    private Map<String, String> parameters(JobRequest request, JobDefinition definition) {
        var parameters = new HashMap<>(definition.parameters());
        parameters.put(
                Parameters.MINIMUM_RESULT_SIZE, Integer.toString(definition.minimumResultSize()));
        parameters.keySet().removeIf(JobInputs::isForTheOwnersProgram);
        var contract = ContractDocument.parse(request.contract().document());
        contract.policy().room().ifPresent(rules -> parameters.put(JobDefinition.RULES, rules));
        if (isProvider(contract)) {
            room(contract.dataset().source())
                    .ifPresent(own -> parameters.put(JobDefinition.OWNER_RULES, own.rules()));
            for (var table : contract.tables()) {
                room(table.source())
                        .ifPresent(own ->
                                parameters.put(
                                        JobDefinition.OWNER_RULES + "/" + table.name(),
                                        own.rules()));
            }
            if (contract.policy().room().isPresent()) {
                conditions(request)
                        .ifPresent(text -> parameters.put(JobDefinition.CONDITIONS, text));
            }
        }
        return parameters;
    }

    private static boolean isForTheOwnersProgram(String parameter) {
        return parameter.equals(JobDefinition.RULES)
                || parameter.equals(JobDefinition.OWNER_RULES)
                || parameter.startsWith(JobDefinition.OWNER_RULES + "/")
                || parameter.equals(JobDefinition.CONDITIONS);
    }

    /// As JSON, if there are any.
    private static Optional<String> conditions(JobRequest request) {
        return request.section()
                .map(text -> Section.parse(text).selection().conditions())
                .filter(conditions -> !conditions.isEmpty())
                .map(conditions -> Json.write(Json.tree(conditions)));
    }

    private boolean isProvider(ContractDocument contract) {
        return contract.dataset().nodeId().equals(facts.nodeId());
    }

    private Optional<ReleasePolicy.RoomTerms> room(String source) {
        return Optional.ofNullable(config.releases().get(source)).flatMap(ReleasePolicy::room);
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
                definition.isDryRun() ? synthetic(cut, target) : real(definition, cut, target);
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
        return isProvider(contract) && contract.dataset().source().equals(section.source());
    }

    private Extract synthetic(Cut cut, Path target) throws IOException {
        var profile =
                facts.profiles()
                        .find(cut.source())
                        .orElseThrow(() ->
                                new NodeFailure(
                                        "PROFILE_UNKNOWN",
                                        Blame.CALLER,
                                        "there is no profile to make rows from; have it profiled"));
        return new SyntheticRows(profile, ranges(cut.source())).write(cut.selection(), target);
    }

    /// The bounds of values that the owner's rules name themselves.
    private Map<String, SyntheticRows.Range> ranges(String source) {
        var ranges = new HashMap<String, SyntheticRows.Range>();
        room(source)
                .map(room -> Json.parse(room.rules(), "rules").node().path("columns"))
                .ifPresent(columns ->
                        columns.properties()
                                .forEach(column -> {
                                    var minimum = column.getValue().path("min");
                                    var maximum = column.getValue().path("max");
                                    if (minimum.isNumber() && maximum.isNumber()) {
                                        ranges.put(
                                                column.getKey(),
                                                new SyntheticRows.Range(
                                                        minimum.doubleValue(),
                                                        maximum.doubleValue()));
                                    }
                                }));
        return ranges;
    }

    /// Looked at once more: the files may have been changed since the job was prepared.
    private List<HeldOutput.Released> released(
            JobRequest request, JobDefinition definition, Path workspace) throws IOException {
        if (definition.release().isEmpty() || request.section().isEmpty()) {
            return List.of();
        }
        var quarantine = facts.reviews().quarantine();
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
                                        java.util.Objects.requireNonNull(
                                                copies.get(entry.name())))));
        return files;
    }

    /// What a dry run says about the real one: its own time, and that of reading all rows.
    Optional<RunEnd.Estimate> estimate(JobRequest request, RunOutcome outcome) {
        if (!JobDefinition.parse(request.definition()).isDryRun()
                || outcome.kind() != RunOutcome.Kind.COMPLETED) {
            return Optional.empty();
        }
        return request.section()
                .map(text -> Section.parse(text).source())
                .flatMap(source -> facts.profiles().find(source))
                .map(KeptProfile::rowCount)
                .map(sold -> sold + rowsOfTables(request))
                .map(rows ->
                        new RunEnd.Estimate(
                                rows,
                                1
                                        + outcome.traffic().wallMillis() / 1_000
                                        + rows / ROWS_PER_SECOND));
    }

    private long rowsOfTables(JobRequest request) {
        return ContractDocument.parse(request.contract().document()).tables().stream()
                .flatMap(table -> facts.profiles().find(table.source()).stream())
                .mapToLong(KeptProfile::rowCount)
                .sum();
    }
}
