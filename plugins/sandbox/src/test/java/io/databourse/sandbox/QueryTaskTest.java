package io.databourse.sandbox;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Journal;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.MemoryFile;
import io.databourse.plugin.testkit.MemoryJournal;
import io.databourse.plugin.testkit.TckCase;
import io.databourse.sandbox.noise.BudgetLedger;
import io.databourse.sandbox.noise.Epsilon;
import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.RoomHost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The task `query` from end to end, in real rooms.
class QueryTaskTest implements ComputePluginTck {
    private static final String SQL =
            "SELECT province, count(*) AS n, sum(litres) AS total FROM data GROUP BY province"
                    + " ORDER BY province";

    private static final String NESTED = SQL.replace("GROUP", "WHERE province <> 'Hunan' GROUP");
    private static final String PRIVATE =
            Sales.RULES
                    .replace("\"sum\",\"avg\"]", "\"sum\",\"avg\"],\"min\":0,\"max\":900")
                    .replace(
                            "\"modes\"",
                            "\"privacy\":{\"epsilonPerQuery\":\"1\",\"epsilonTotal\":\"1\","
                                    + "\"maxGroupsPerEntity\":1},\"modes\"");
    private static final String STATION = "station-00001";
    private static final String SMALL = Sales.RULES.replace("\"bytes\":10000}", "\"bytes\":10}");
    private static final String STRICT = Sales.RULES.replace("{\"rows\":10,", "{\"rows\":1,");
    private static final Map<String, MemoryFile> RELEASED =
            Map.of(
                    "result.csv",
                    new MemoryFile("text/csv", "province,n\r\n".getBytes(StandardCharsets.UTF_8)),
                    "log.txt",
                    new MemoryFile("text/plain", new byte[300_000]));

    /// Making it takes long, and the kit has less patience.
    @BeforeAll
    static void makeTheImage() throws Exception {
        var _ = new Images(RoomHost.standard()).get(ImageKind.JVM);
    }

    @Override
    public ComputePlugin plugin() {
        return new SandboxPlugin();
    }

    @Override
    public TckCase usual() {
        return with(Map.of("sql", SQL, "rules", Sales.RULES));
    }

    private static TckCase with(Map<String, String> parameters) {
        return new TckCase(
                "query",
                new Parameters(parameters),
                List.of(
                        TckCase.Player.with(new Party("p1", "DATA", false), Sales.data()),
                        TckCase.Player.without(new Party("p2", "RESULT", true))));
    }

    @Override
    public Expectation clearText(TckCase job) {
        var parameters = job.parameters().values();
        var done = new Outcome.Completed(1);
        if (job.player("p1").inputs().containsKey(Joined.TABLE)) {
            return Joined.clearText(job);
        }
        if (parameters.containsKey("release")) {
            return Expectation.files(done, "p2", RELEASED);
        }
        if (!parameters.containsKey("rules")) {
            return Expectation.refused(Outcome.Reason.INPUT_NOT_AUTHORIZED);
        }
        if (parameters.containsValue(PRIVATE)) {
            return Expectation.refused(Outcome.Reason.OVER_BUDGET);
        }
        if (parameters.containsValue(NESTED)) {
            return Expectation.held(done, "p1", Set.of("result.csv"));
        }
        if (!SQL.equals(parameters.get("sql"))) {
            return Expectation.refused(Outcome.Reason.INVALID_PARAMETERS);
        }
        if (isAskedToWait(job)) {
            return Expectation.held(done, "p1", Set.of("result.csv"));
        }
        return new Expectation(done, Map.of("p2", table(job)));
    }

    private static List<List<@Nullable Object>> table(TckCase job) {
        var cells = new TreeMap<String, Cell>();
        var none = new Cell();
        for (var row : job.player("p1").input().orElseThrow().rows()) {
            var province = row.get(1);
            (province == null ? none : cells.computeIfAbsent(province.toString(), _ -> new Cell()))
                    .add(row);
        }
        var table = new ArrayList<List<@Nullable Object>>();
        cells.forEach((province, cell) -> cell.show(province, table));
        none.show(null, table);
        return table;
    }

    /// One row of the result.
    private static final class Cell {
        final Set<Object> stations = new HashSet<>();

        /// A sum is about those who have a value.
        final Set<Object> measured = new HashSet<>();

        long rows;
        @Nullable Long total;

        void add(List<@Nullable Object> row) {
            rows++;
            var station = row.get(0);
            if (station != null) {
                stations.add(station);
            }
            if (row.get(2) instanceof Long litres) {
                if (station != null) {
                    measured.add(station);
                }
                total = (total == null ? 0 : total) + litres;
            }
        }

        void show(@Nullable String province, List<List<@Nullable Object>> table) {
            if (stations.size() >= 5 && measured.size() >= 5) {
                var row = new ArrayList<@Nullable Object>();
                row.add(province);
                row.add(rows);
                row.add(total);
                table.add(row);
            }
        }
    }

    @Test
    @Tag("H03")
    void above_the_thresholds_of_rows_bytes_and_identifiers_a_result_waits_and_else_it_leaves() {
        check(usual());
        check(with(Map.of("sql", SQL, "rules", STRICT)));
        check(with(Map.of("sql", SQL, "rules", SMALL)));
        check(usual().withData("p1", QueryTaskTest::namedAfterAStation));
    }

    /// A province that is called as a station is: a group's name then says whom it is about.
    private static MemoryDataset namedAfterAStation(MemoryDataset data) {
        return data.withRows(rows -> {
            var changed = new ArrayList<List<@Nullable Object>>();
            for (var row : rows) {
                List<@Nullable Object> copy = new ArrayList<>(row);
                copy.set(1, "Hunan".equals(row.get(1)) ? STATION : row.get(1));
                changed.add(copy);
            }
            return changed;
        });
    }

    private static boolean isAskedToWait(TckCase job) {
        var rules = job.parameters().values();
        return (!rules.containsKey("dryRun")
                        && (rules.containsValue(STRICT) || rules.containsValue(SMALL)))
                || job.player("p1").input().orElseThrow().rows().stream()
                        .anyMatch(row -> STATION.equals(row.get(1)));
    }

    @Test
    void the_owners_rules_hold_where_they_are_stricter_than_the_contracts() {
        check(with(Map.of("sql", SQL, "rules", Sales.RULES, "ownerRules", STRICT)));
    }

    @Test
    void a_dry_run_lets_its_result_out_without_a_review() {
        check(with(Map.of("sql", SQL, "rules", STRICT, "dryRun", "true")));
    }

    @Test
    void what_reviewers_released_is_handed_over_as_it_was() {
        check(released());
    }

    @Test
    void a_question_that_breaks_a_rule_is_refused_at_both_parties() {
        check(with(Map.of("sql", "SELECT station_id FROM data", "rules", Sales.RULES)));
    }

    @Test
    void without_rules_nothing_is_answered() {
        check(with(Map.of("sql", SQL)));
    }

    @Test
    void an_answer_that_an_earlier_one_could_be_taken_from_waits_for_reviewers() {
        var journals = new ConcurrentHashMap<String, Journal>();
        check(remembering(usual(), journals));
        check(remembering(usual(), journals));
        check(remembering(with(Map.of("sql", NESTED, "rules", Sales.RULES)), journals));
    }

    @Test
    void two_tables_are_joined_and_the_strictest_threshold_of_both_holds() {
        check(joined(Joined.SQL));
        check(joined(Joined.HIDDEN));
    }

    @Test
    void the_second_table_can_be_asked_alone_and_its_owners_rules_hold_too() {
        check(joined(Joined.ALONE));
        check(
                Joined.with(
                        Map.of(
                                "sql",
                                Joined.SQL,
                                "rules",
                                Joined.RULES,
                                "ownerRules/stations",
                                Joined.OWNERS)));
    }

    @Test
    void the_same_question_about_rows_chosen_otherwise_waits_for_reviewers() {
        var journals = new ConcurrentHashMap<String, Journal>();
        check(remembering(joined(Joined.SQL), journals));
        check(
                remembering(
                        Joined.with(
                                Map.of(
                                        "sql",
                                        Joined.SQL,
                                        "rules",
                                        Joined.RULES,
                                        "conditions",
                                        "[{\"column\":\"province\",\"operator\":\"NE\"}]")),
                        journals));
    }

    private static TckCase joined(String sql) {
        return Joined.with(Map.of("sql", sql, "rules", Joined.RULES));
    }

    @Test
    void a_private_question_is_refused_when_the_budget_is_spent() throws Exception {
        var journal = new MemoryJournal();
        var all = Epsilon.of("1");
        var _ = new BudgetLedger(journal).debit("earlier", all, all);
        var journals = new ConcurrentHashMap<String, Journal>(Map.of("budget", journal));
        check(remembering(with(Map.of("sql", SQL, "rules", PRIVATE)), journals));
    }

    private static TckCase remembering(TckCase job, Map<String, Journal> journals) {
        return new TckCase(
                job.task(),
                job.parameters(),
                List.of(job.player("p1").withJournals(journals), job.player("p2")));
    }

    private static TckCase released() {
        var job = with(Map.of("sql", SQL, "rules", STRICT, "release", "ab".repeat(32)));
        var owner = job.player("p1").withReleased(RELEASED);
        return new TckCase(job.task(), job.parameters(), List.of(owner, job.player("p2")));
    }
}
