package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Journal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One owner's sales, stations and cards, in rooms that name them differently.
class QueryHistoryTest {
    private static final String RULES =
            """
            {"entityKey":"station","columns":{"station":{"role":"ENTITY"},
               "kind":{"role":"DIMENSION"},"city":{"role":"DIMENSION"},
               "litres":{"role":"MEASURE","aggregates":["sum"]}},"minimumEntities":5}
            """;

    private static DuckDbSyntax syntax;

    private final Map<String, Journal> bySource = new HashMap<>();
    private final Random random = new Random(1);

    @BeforeAll
    static void open() {
        syntax = new DuckDbSyntax();
    }

    @AfterAll
    static void close() {
        syntax.close();
    }

    private static SequencedMap<String, Type> columns() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("station", Type.TEXT);
        columns.put("kind", Type.TEXT);
        columns.put("city", Type.TEXT);
        columns.put("litres", Type.INTEGER);
        return columns;
    }

    /// Asks in a room.
    ///
    /// @param sources by the room's names of its tables
    private List<Overlap> ask(
            Map<String, String> sources, String job, String sql, List<String> conditions)
            throws InterruptedException {
        var tables =
                sources.keySet().stream()
                        .map(name -> new GovernedTable(name, Rules.parse(RULES), columns()))
                        .toList();
        var plan = ((Compilation.Compiled) new Compiler(syntax).query(tables, sql)).plan();
        return new QueryHistory(
                        table ->
                                bySource.computeIfAbsent(
                                        sources.getOrDefault(table, ""),
                                        _ -> new InMemoryJournal()),
                        random)
                .note(plan, conditions, job);
    }

    @Test
    void two_rooms_that_share_a_further_table_see_each_others_questions_about_it()
            throws InterruptedException {
        var sales = Map.of("data", "sales", "stations", "stations");
        var cards = Map.of("data", "cards", "sites", "stations");
        assertThat(ask(sales, "job-1", "SELECT sum(litres) FROM stations", List.of())).isEmpty();
        assertThat(
                        ask(
                                cards,
                                "job-2",
                                "SELECT sum(litres) FROM sites WHERE kind <> 'port'",
                                List.of()))
                .containsExactly(new Overlap(Overlap.Kind.NESTED, "job-1"));
        assertThat(ask(cards, "job-3", "SELECT sum(litres) FROM data", List.of())).isEmpty();
    }

    @Test
    void a_joined_question_is_known_again_whichever_table_was_sold_or_stands_first()
            throws InterruptedException {
        ask(
                Map.of("data", "sales", "stations", "stations"),
                "job-1",
                "SELECT s.kind, sum(data.litres) FROM data JOIN stations s USING (station)"
                        + " WHERE data.city = 'x' GROUP BY s.kind",
                List.of());
        assertThat(
                        ask(
                                Map.of("data", "stations", "sold", "sales"),
                                "job-2",
                                "SELECT data.kind, sum(s.litres) FROM data"
                                        + " JOIN sold s ON data.station = s.station"
                                        + " WHERE s.city = 'x' GROUP BY data.kind",
                                List.of()))
                .containsExactly(new Overlap(Overlap.Kind.REPEATED, "job-1"));
        assertThat(
                        ask(
                                Map.of("data", "sales", "cards", "cards"),
                                "job-3",
                                "SELECT c.kind, sum(data.litres) FROM data JOIN cards c"
                                        + " USING (station) WHERE data.city = 'x' GROUP BY c.kind",
                                List.of()))
                .isEmpty();
    }

    @Test
    void rows_chosen_of_what_was_sold_do_not_hide_a_question_about_another_table()
            throws InterruptedException {
        var room = Map.of("data", "sales", "stations", "stations");
        ask(room, "job-1", "SELECT sum(litres) FROM stations", List.of("a = 1", "b = 2"));
        assertThat(
                        ask(
                                room,
                                "job-2",
                                "SELECT sum(litres) FROM stations WHERE kind <> 'port'",
                                List.of("c = 3", "d = 4")))
                .containsExactly(new Overlap(Overlap.Kind.NESTED, "job-1"));
        assertThat(
                        ask(
                                room,
                                "job-3",
                                "SELECT sum(litres) FROM data WHERE kind <> 'port'",
                                List.of("c = 3")))
                .isEmpty();
    }
}
