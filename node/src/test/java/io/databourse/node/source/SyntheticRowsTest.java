package io.databourse.node.source;

import static io.databourse.node.source.Condition.Operator.BETWEEN;
import static io.databourse.node.source.Condition.Operator.EQ;
import static io.databourse.node.source.Condition.Operator.GT;
import static io.databourse.node.source.Condition.Operator.IN;
import static io.databourse.node.source.Condition.Operator.LT;
import static io.databourse.node.source.Condition.Operator.NE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChunkReader;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticRowsTest {
    private static final KeptProfile PROFILE =
            new KeptProfile(
                    "sha256:00",
                    500,
                    List.of(
                            column("province", Schema.Type.STRING, 5, List.of("Hebei", "Hunan")),
                            column("town", Schema.Type.STRING, 40, List.of()),
                            column("litres", Schema.Type.INTEGER, 300, List.of()),
                            column("price", Schema.Type.DECIMAL, 50, List.of()),
                            column("day", Schema.Type.DATE, 90, List.of())));

    @TempDir private Path folder;

    private static KeptProfile.Column column(
            String name, Schema.Type type, long distinct, List<String> values) {
        return new KeptProfile.Column(name, type, true, distinct, 100, values);
    }

    @Test
    void made_up_rows_meet_the_jobs_conditions() throws Exception {
        assertThat(texts(new Condition("province", EQ, List.of("Hunan")))).containsOnly("Hunan");
        assertThat(texts(new Condition("province", NE, List.of("Hunan")))).containsOnly("Hebei");
        assertThat(longs("litres", new Condition("litres", BETWEEN, List.of("10", "20"))))
                .hasSize(500)
                .allMatch(value -> value >= 10 && value <= 20)
                .contains(10L, 20L);
        var day = LocalDate.parse("2024-02-01").toEpochDay();
        assertThat(longs("day", new Condition("day", GT, List.of("2024-02-01"))))
                .allMatch(value -> value > day);
    }

    @Test
    void a_condition_that_no_made_up_value_meets_is_met_by_values_of_its_own() throws Exception {
        assertThat(texts(new Condition("province", IN, List.of("Gansu", "Tibet"))))
                .containsOnly("Gansu", "Tibet");
        assertThat(longs("litres", new Condition("litres", GT, List.of("100000"))))
                .hasSize(500)
                .containsOnly(100_001L);
    }

    @Test
    void nobody_meets_conditions_that_contradict_each_other() throws Exception {
        assertThat(
                        longs(
                                "litres",
                                new Condition("litres", GT, List.of("5")),
                                new Condition("litres", LT, List.of("3"))))
                .isEmpty();
    }

    @Test
    void a_value_of_another_type_is_refused_as_the_real_run_refuses_it() {
        assertThatThrownBy(() -> texts(new Condition("litres", EQ, List.of("many"))))
                .isInstanceOfSatisfying(
                        NodeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("VALUE_INVALID"));
    }

    @Test
    void without_conditions_a_fifth_of_the_values_is_missing_as_in_the_source() throws Exception {
        assertThat(texts()).hasSizeBetween(350, 450).containsOnly("Hebei", "Hunan");
        assertThat(longs("litres")).hasSizeBetween(350, 450);
    }

    private List<String> texts(Condition... conditions) throws Exception {
        var found = new ArrayList<String>();
        if (column("province", conditions) instanceof Chunk.Bytes(var bytes, var offsets, var n)) {
            for (int row = 0; row + 1 < offsets.length; row++) {
                if (n.length == 0 || (n[row >> 6] >>> row & 1) == 0) {
                    found.add(
                            new String(
                                    bytes,
                                    offsets[row],
                                    offsets[row + 1] - offsets[row],
                                    StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    private List<Long> longs(String name, Condition... conditions) throws Exception {
        var found = new ArrayList<Long>();
        if (column(name, conditions) instanceof Chunk.Longs(var values, var nulls)) {
            for (int row = 0; row < values.length; row++) {
                if (nulls.length == 0 || (nulls[row >> 6] >>> row & 1) == 0) {
                    found.add(values[row]);
                }
            }
        }
        return found;
    }

    private Chunk.Column column(String name, Condition... conditions) throws Exception {
        var file = folder.resolve("rows");
        var selection = new Selection(List.of(), List.of(name, "town"), List.of(conditions));
        var extract = new SyntheticRows(PROFILE, Map.of()).write(selection, file);
        try (var pass = new ChunkReader(file, extract.schema(), List.of(name))) {
            return pass.next()
                    .map(chunk -> chunk.columns().getFirst())
                    .orElse(new Chunk.Longs(new long[0], new long[0]));
        }
    }
}
