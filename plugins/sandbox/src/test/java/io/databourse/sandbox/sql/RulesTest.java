package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    static final String STATIONS =
            """
            {"entityKey":"station_id",
             "columns":{
               "province":{"role":"DIMENSION","values":["Zhejiang","Jiangsu"]},
               "litres":{"role":"MEASURE","aggregates":["count","sum","avg"],
                         "min":0,"max":5000,"roundTo":"0.5"},
               "station_id":{"role":"ENTITY"},
               "region_code":{"role":"JOIN"}},
             "minimumEntities":10,"roundTo":5,"dominance":{"n":1,"k":0.85},
             "maximumRows":1000,"maximumBytes":1000000,
             "reviewers":2,"languages":["python"],
             "privacy":{"epsilonPerQuery":"0.5","epsilonTotal":"5","maxGroupsPerEntity":2},
             "templates":[{"name":"by-province",
                 "sql":"select province, sum(litres) from t where day >= $from group by province",
                 "parameters":{"from":{"type":"DATE"}}}],
             "modes":["QUERY","SCRIPT"],"autoRelease":{"rows":100,"bytes":65536}}
            """;

    @Test
    void what_is_written_is_read_back() {
        Rules rules = Rules.parse(STATIONS);

        assertThat(Rules.parse(rules.toJson())).isEqualTo(rules);
    }

    @Test
    void a_document_is_read_whole() {
        Rules rules = Rules.parse(STATIONS);

        assertThat(rules.entityKey()).contains("station_id");
        assertThat(rules.column("litres").orElseThrow().aggregates())
                .containsExactlyInAnyOrder(Aggregate.COUNT, Aggregate.SUM, Aggregate.AVG);
        assertThat(rules.column("litres").orElseThrow().filter()).isFalse();
        assertThat(rules.column("province").orElseThrow().filter()).isTrue();
        assertThat(rules.thresholds().dominance())
                .containsExactly(new Dominance(1, new BigDecimal("0.85")));
        assertThat(rules.privacy().orElseThrow().delta()).isEqualTo(Privacy.USUAL_DELTA);
        assertThat(rules.release().reviewers()).isEqualTo(2);
    }

    @Test
    void what_is_not_said_is_the_strict_thing() {
        Rules rules = Rules.parse("{\"oneRowPerEntity\":true,\"columns\":{}}");

        assertThat(rules.thresholds()).isEqualTo(Thresholds.USUAL);
        assertThat(rules.release().automatic()).isEqualTo(Release.Automatic.NEVER);
        assertThat(rules.release().modes()).containsExactly(Mode.QUERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"oneRowPerEntity\":true,\"columns\":{}} {}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"minimumEntities\":4}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"minimumEntity\":10}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"columns\":{}}",
                "{\"oneRowPerEntity\":\"yes\",\"columns\":{}}",
                "{\"columns\":{}}",
                "{\"entityKey\":\"id\",\"columns\":{}}",
                "{\"entityKey\":\"id\",\"columns\":{\"id\":{\"role\":\"MEASURE\"}}}",
                "{\"entityKey\":\"id\",\"columns\":{\"id\":{\"role\":\"ENTITY\",\"filter\":true}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{\"a\":{\"role\":\"OTHER\"}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{\"a\":{\"role\":\"MEASURE\",\"x\":1}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{\"a\":{\"role\":\"MEASURE\","
                        + "\"aggregates\":[\"max\"]}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{\"a\":{\"role\":\"DIMENSION\","
                        + "\"aggregates\":[\"sum\"]}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{\"a\":{\"role\":\"MEASURE\",\"min\":1}}}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"dominance\":{\"n\":1,\"k\":1}}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"reviewers\":3}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"modes\":[]}",
                "{\"oneRowPerEntity\":true,\"columns\":{},\"maximumRows\":9999999999}",
                "{\"oneRowPerEntity\":true,\"columns\":{},"
                        + "\"privacy\":{\"epsilonPerQuery\":\"1\",\"epsilonTotal\":\"0.5\"}}",
                "{\"oneRowPerEntity\":true,\"columns\":{},"
                        + "\"privacy\":{\"epsilonPerQuery\":\"1e-99999\",\"epsilonTotal\":\"1\"}}",
            })
    void a_document_that_is_not_understood_is_refused(String json) {
        assertThatThrownBy(() -> Rules.parse(json)).isInstanceOf(RulesException.class);
    }

    @Test
    void of_two_rules_the_stricter_holds() {
        Rules contract = Rules.parse(STATIONS);
        Rules owner =
                Rules.parse(
                        """
                        {"entityKey":"station_id",
                         "columns":{
                           "province":{"role":"DIMENSION","filter":false},
                           "litres":{"role":"MEASURE","aggregates":["avg"],"max":900,"min":-1},
                           "station_id":{"role":"ENTITY"},
                           "region_code":{"role":"DIMENSION"},
                           "margin":{"role":"MEASURE","aggregates":["sum"]}},
                         "minimumEntities":20,"roundTo":3,
                         "dominance":[{"n":1,"k":"0.7"},{"n":2,"k":"0.9"}],
                         "maximumRows":50,"reviewers":1,"modes":["QUERY"],
                         "autoRelease":{"rows":10,"bytes":1000000}}
                        """);

        Rules both = Rules.strictest(contract, owner);

        assertThat(both).isEqualTo(Rules.strictest(owner, contract));
        assertThat(both.columns()).containsOnlyKeys("province", "litres", "station_id");
        assertThat(both.column("province").orElseThrow().filter()).isFalse();
        assertThat(both.column("litres").orElseThrow().aggregates()).containsExactly(Aggregate.AVG);
        assertThat(both.column("litres").orElseThrow().range())
                .contains(new ColumnRule.Range(BigDecimal.ZERO, new BigDecimal(900)));
        assertThat(both.thresholds().minimumEntities()).isEqualTo(20);
        assertThat(both.thresholds().roundTo()).isEqualTo(15);
        assertThat(both.thresholds().dominance())
                .containsExactlyInAnyOrder(
                        new Dominance(1, new BigDecimal("0.7")),
                        new Dominance(2, new BigDecimal("0.9")));
        assertThat(both.thresholds().maximumRows()).isEqualTo(50);
        assertThat(both.release().reviewers()).isEqualTo(2);
        assertThat(both.release().modes()).containsExactly(Mode.QUERY);
        assertThat(both.release().automatic()).isEqualTo(new Release.Automatic(10, 65_536));
        assertThat(both.privacy()).isEqualTo(contract.privacy());
        assertThat(both.templates()).isEmpty();
    }

    @Test
    void rules_that_disagree_about_whom_a_row_is_about_allow_nothing() {
        Rules stations = Rules.parse(STATIONS);
        Rules rows = Rules.parse("{\"oneRowPerEntity\":true,\"columns\":{}}");

        assertThatThrownBy(() -> Rules.strictest(stations, rows))
                .isInstanceOf(RulesException.class);
    }
}
