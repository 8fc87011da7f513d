package io.databourse.sandbox;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryFile;
import io.databourse.plugin.testkit.TckCase;
import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.RoomHost;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The task `script` from end to end, in real rooms.
class ScriptTaskTest implements ComputePluginTck {
    private static final String SCRIPT =
            """
            import bourse
            values, missing = bourse.column("litres")
            bourse.save("mean", {"rows": int(len(values))})
            print("done")
            """;

    private static final Set<String> HELD = Set.of("mean.json", "script.log");
    private static final Map<String, MemoryFile> FILES =
            Map.of("mean.json", file("application/json", "{\"rows\":403}"));

    private static MemoryFile file(String type, String text) {
        return new MemoryFile(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Making it takes a minute, and the kit has less patience.
    @BeforeAll
    static void makeTheImage() throws Exception {
        var _ = new Images(RoomHost.standard()).get(ImageKind.PYTHON);
    }

    @Override
    public ComputePlugin plugin() {
        return new SandboxPlugin();
    }

    @Override
    public TckCase usual() {
        return with(SCRIPT, Map.of());
    }

    private static TckCase with(String script, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("algorithm", "mean@1.0.0");
        parameters.put("language", more.getOrDefault("language", "python"));
        parameters.put("script", script);
        parameters.put(
                "scriptHash", ParameterCheck.sha256(script.getBytes(StandardCharsets.UTF_8)));
        parameters.putIfAbsent("rules", Sales.RULES);
        return new TckCase(
                "script",
                new Parameters(parameters),
                List.of(
                        new TckCase.Player(
                                new Party("p1", "DATA", false),
                                Map.of(
                                        PartyContext.INPUT,
                                        Sales.data(),
                                        Joined.TABLE,
                                        Joined.stations())),
                        TckCase.Player.without(new Party("p2", "RESULT", true))));
    }

    @Override
    public Expectation clearText(TckCase job) {
        var done = new Outcome.Completed(1);
        var parameters = job.parameters();
        if (parameters.has("release")) {
            return Expectation.files(done, "p2", FILES);
        }
        if (parameters.has("dryRun")) {
            var all = new HashMap<>(made(parameters));
            all.put("script.log", file("text/plain", "done\n"));
            return Expectation.files(done, "p2", all);
        }
        return switch (parameters.text("script")) {
            case SCRIPT ->
                    parameters.text("language").equals("python")
                            ? Expectation.held(done, "p1", HELD)
                            : Expectation.refused(Outcome.Reason.INPUT_NOT_AUTHORIZED);
            case BROKEN -> Expectation.held(done, "p1", Set.of("script.log"));
            default -> Expectation.refused(Outcome.Reason.OVER_BUDGET);
        };
    }

    /// What the scripts save that run on made-up rows.
    private static Map<String, MemoryFile> made(Parameters parameters) {
        if (parameters.text("script").equals(SCRIPT)) {
            return FILES;
        }
        var seen =
                parameters.text("rules").equals(Joined.RULES)
                        ? "{\"data\": 403, \"stations\": 43}"
                        : "{\"data\": 403}";
        return Map.of("tables.json", file("application/json", seen.replace(" ", "")));
    }

    private static final String TABLES =
            """
            import bourse
            bourse.save("tables", {name: len(bourse.table(of=name)) for name in bourse.tables()})
            assert "owner" not in bourse.columns(bourse.tables()[-1])
            print("done")
            """;

    private static final String BROKEN = "raise ValueError('station-00001')\n";

    @Test
    void a_script_that_fails_leaves_its_log_to_the_reviewers_and_nothing_to_anybody_else() {
        check(with(BROKEN, Map.of()));
        checkNoSecretIsSeen(with(BROKEN, Map.of()));
    }

    @Test
    void more_output_than_the_rules_allow_is_refused_and_says_which_limit() {
        check(with("import bourse\nbourse.save('all', 'x' * 200000)\n", Map.of()));
    }

    @Test
    void a_language_that_the_rules_do_not_name_is_refused() {
        check(with(SCRIPT, Map.of("language", "r")));
    }

    @Test
    void a_dry_run_lets_the_outputs_and_the_log_out_without_a_review() {
        check(with(SCRIPT, Map.of("dryRun", "true")));
    }

    @Test
    void a_script_has_the_further_tables_whose_rules_allow_scripts_and_of_them_what_rules_name() {
        check(with(TABLES, Map.of("dryRun", "true", "rules", Joined.RULES)));
        var questionsOnly =
                Joined.RULES.replace(
                        "\"minimumEntities\":8", "\"minimumEntities\":8,\"modes\":[\"QUERY\"]");
        check(with(TABLES, Map.of("dryRun", "true", "rules", questionsOnly)));
    }

    @Test
    void what_reviewers_released_is_handed_over_as_it_was() {
        var job = with(SCRIPT, Map.of("release", "ab".repeat(32)));
        check(
                new TckCase(
                        job.task(),
                        job.parameters(),
                        List.of(job.player("p1").withReleased(FILES), job.player("p2"))));
    }
}
