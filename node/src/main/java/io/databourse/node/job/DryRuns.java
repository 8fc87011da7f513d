package io.databourse.node.job;

import io.databourse.node.Json;
import io.databourse.node.NodeFailure;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.contract.Section;
import io.databourse.node.source.Extract;
import io.databourse.node.source.KeptProfile;
import io.databourse.node.source.Selection;
import io.databourse.node.source.SyntheticRows;
import io.databourse.plugin.Outcome.Blame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs on rows that are made from a source's profile.
record DryRuns(FactFinder facts) {
    /// Cutting a copy out of a source and handing it over.
    private static final long ROWS_PER_SECOND = 500_000;

    /// Writes them where the source's own rows would be.
    Extract extract(String source, Selection selection, Path target) throws IOException {
        var profile =
                facts.profiles()
                        .find(source)
                        .orElseThrow(() ->
                                new NodeFailure(
                                        "PROFILE_UNKNOWN",
                                        Blame.CALLER,
                                        "there is no profile to make rows from; have it profiled"));
        return new SyntheticRows(profile, ranges(source)).write(selection, target);
    }

    /// The bounds of values that the owner's rules name themselves.
    private Map<String, SyntheticRows.Range> ranges(String source) {
        var ranges = new HashMap<String, SyntheticRows.Range>();
        Optional.ofNullable(facts.config().releases().get(source))
                .flatMap(ReleasePolicy::room)
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
