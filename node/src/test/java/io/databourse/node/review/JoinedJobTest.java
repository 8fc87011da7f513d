package io.databourse.node.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A contract with a second table of the same owner, at two real nodes with the real plugin.
class JoinedJobTest {
    private static final String OWNERS =
            """
            {"entityKey":"station_id",
             "columns":{"station_id":{"role":"ENTITY"},"province":{"role":"DIMENSION"},
                        "litres":{"role":"MEASURE","aggregates":["count","sum"]}},
             "minimumEntities":10,"autoRelease":{"rows":10,"bytes":10000}}\
            """;
    private static final String ROOM =
            OWNERS.replace(
                    "\"autoRelease\"",
                    """
                    "tables":{"stations":{"product":"prd_2","entityKey":"station_id",
                      "columns":{"station_id":{"role":"ENTITY"},"kind":{"role":"DIMENSION"}},
                      "minimumEntities":20}},"autoRelease"\
                    """);
    private static final String JOINED =
            "SELECT kind, province, count(*) AS n FROM data JOIN stations USING (station_id)"
                    + " GROUP BY kind, province ORDER BY province";

    @TempDir private Path folder;
    private TwoNodes nodes;

    @BeforeEach
    void open() throws Exception {
        nodes = new TwoNodes(folder, OWNERS);
        nodes.task = "sandbox/query";
        nodes.columns = "litres,province,station_id";
        nodes.room = ROOM;
    }

    @AfterEach
    void close() throws Exception {
        nodes.close();
    }

    @Test
    void both_tables_are_handed_over_and_joined_under_the_strictest_rules() throws Exception {
        var reports = nodes.run(1, Map.of("sql", JOINED, "rules", ROOM));
        assertThat(reports.get("p1"))
                .satisfies(report -> assertThat(report.text("outcome")).isEqualTo("COMPLETED"))
                .satisfies(report -> assertThat(report.number("inputRows")).isEqualTo(600));
        nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(1));
        // The 15 harbours would do for the first table's rules and do not for the second's.
        assertThat(Files.readAllLines(nodes.buyer.resolve("results/j-1/result.csv")))
                .containsExactly("kind,province,n", "road,Hebei,143", "road,Hunan,142");
    }

    @Test
    void a_second_table_that_changed_or_that_the_owner_does_not_release_is_refused()
            throws Exception {
        nodes.room = ROOM.replace("\"kind\"", "\"owner\"");
        var answer =
                nodes.exchange.ask(
                        "node-owner",
                        "SIGN_CONTRACT",
                        Json.object().put("contractId", "c-1").put("document", nodes.contract()));
        assertThat(answer.text("code")).isEqualTo("RELEASE_REFUSED");
        assertThat(answer.find("detail").or(() -> answer.find("reason")).orElse(""))
                .contains("owner");

        nodes.room = ROOM;
        var signed = nodes.prepare(1, Map.of("sql", JOINED, "rules", ROOM));
        assertThat(signed.text("status")).isEqualTo("DONE");
        Files.writeString(folder.resolve("stations.csv"), "station_id,kind\nstation-1,road\n");
        assertThat(nodes.prepare(2, Map.of("sql", JOINED, "rules", ROOM)).text("code"))
                .isEqualTo("SOURCE_CHANGED");
    }

    @Test
    void a_dry_run_makes_rows_up_for_both_tables() throws Exception {
        for (var source : new String[] {"sales", "stations"}) {
            nodes.exchange.ask(
                    "node-owner",
                    "PROFILE_SOURCE",
                    Json.object().put("profileId", "f-" + source).put("source", source));
        }
        var reports = nodes.run(1, Map.of("sql", JOINED, "rules", ROOM, "dryRun", "true"));
        assertThat(reports.get("p1"))
                .satisfies(report -> assertThat(report.text("outcome")).isEqualTo("COMPLETED"))
                .satisfies(report -> assertThat(report.flag("synthetic")).isTrue())
                .satisfies(report ->
                        assertThat(report.child("estimate").number("rows")).isEqualTo(600));
    }
}
