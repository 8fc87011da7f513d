package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScriptRunTest {
    private static final List<String> COLUMNS = List.of("town", "litres", "price", "day", "open");

    /// Two rows; the second has nothing but its number.
    private static final MemoryDataset TABLE =
            new MemoryDataset(
                    new Schema(
                            List.of(
                                    new Schema.Column("town", Schema.Type.STRING, true),
                                    new Schema.Column("litres", Schema.Type.INTEGER, false),
                                    new Schema.Column("price", Schema.Type.DECIMAL, true),
                                    new Schema.Column("day", Schema.Type.DATE, true),
                                    new Schema.Column("open", Schema.Type.BOOLEAN, true),
                                    new Schema.Column("phone", Schema.Type.STRING, true))),
                    Map.of(),
                    List.of(
                            List.of("常州 \"A\", B", 40L, 7.5, 19_000L, 1L, "13000000000"),
                            Arrays.asList(null, 2L, null, null, null, null)));

    private static RoomLauncher launcher;

    @BeforeAll
    static void open() throws RoomUnavailable {
        launcher = Rooms.launcher();
    }

    @AfterAll
    static void close() {
        launcher.close();
    }

    private static ScriptRun.Result run(ScriptLanguage language, String script) throws Exception {
        var limits = new Limits(1L << 30, 64, 200, Duration.ofMinutes(2), 1_000_000, 64L << 20);
        return new ScriptRun(launcher, Rooms.image(language.image()), language, limits)
                .run(
                        script,
                        new ScriptRun.Table(TABLE, COLUMNS),
                        Map.of("towns", new ScriptRun.Table(TABLE, List.of("town"))));
    }

    private static Map<String, String> items(ScriptRun.Result result) {
        assertThat(result.outputs())
                .as(() -> new String(result.log(), StandardCharsets.UTF_8))
                .isInstanceOf(Outputs.Complete.class);
        var items = new java.util.TreeMap<String, String>();
        for (var item : ((Outputs.Complete) result.outputs()).items()) {
            items.put(item.fileName(), new String(item.content(), StandardCharsets.UTF_8));
        }
        return items;
    }

    @Test
    void a_python_script_reads_typed_columns_and_saves_tables_json_and_text() throws Exception {
        var result =
                run(
                        ScriptLanguage.PYTHON,
                        """
                        import bourse
                        data = bourse.table()
                        print("only for the log", list(data.columns))
                        bourse.save("all", data)
                        bourse.save("types", {c: str(t) for c, t in data.dtypes.items()})
                        bourse.save("sum", data["litres"].sum())
                        bourse.save("note", "合计 42")
                        bourse.save("mean", bourse.sql("select avg(litres) m from data")["m"])
                        bourse.save("tables", bourse.tables())
                        bourse.save("same", bourse.sql(
                            "select sum(litres) n from data join towns using (town)"))
                        """);
        assertThat(items(result))
                .containsEntry("sum.json", "42")
                .containsEntry("note.txt", "合计 42")
                .containsEntry("mean.csv", "index,m\n0,21.0\n")
                .containsEntry("tables.json", "[\"data\",\"towns\"]")
                .containsEntry("same.csv", "n\n40\n")
                .containsEntry(
                        "types.json",
                        "{\"town\":\"object\",\"litres\":\"int64\",\"price\":\"float64\","
                                + "\"day\":\"datetime64[ns]\",\"open\":\"boolean\"}")
                .containsEntry(
                        "all.csv",
                        """
                        town,litres,price,day,open
                        "常州 ""A"", B",40,7.5,2022-01-08,True
                        ,2,,,
                        """);
        assertThat(new String(result.log(), StandardCharsets.UTF_8))
                .contains("only for the log")
                .doesNotContain("phone");
    }

    @Test
    void an_r_script_does_the_same_where_r_is_installed() throws Exception {
        if (!Files.exists(Path.of("/usr/lib/R"))) {
            org.junit.jupiter.api.Assumptions.abort("R is optional: apt-get install r-base-core");
        }
        var result =
                run(
                        ScriptLanguage.R,
                        """
                        data <- bourse$table()
                        print(names(data))
                        bourse$save("all", data)
                        bourse$save("sum", list(sum = sum(data$litres), n = nrow(data)))
                        bourse$save("note", "合计")
                        bourse$save("towns", c(bourse$tables(), names(bourse$table("towns"))))
                        png("/work/a.png"); plot(data$litres); invisible(dev.off())
                        bourse$save("plot", readBin("/work/a.png", "raw", 1e6))
                        """);
        assertThat(items(result))
                .containsEntry("sum.json", "{\"sum\":42,\"n\":2}")
                .containsEntry("note.txt", "合计")
                .containsEntry("towns.json", "[\"data\",\"towns\",\"town\"]")
                .containsKey("plot.png")
                .containsEntry(
                        "all.csv",
                        """
                        "town","litres","price","day","open"
                        "常州 ""A"", B",40,7.5,2022-01-08,TRUE
                        ,2,,,
                        """);
    }

    @Test
    void an_error_gives_no_result_and_its_text_stays_in_the_log() throws Exception {
        var result =
                run(
                        ScriptLanguage.PYTHON,
                        "import bourse\nbourse.save('a', 1)\nraise ValueError(bourse.table().town[0])");
        assertThat(result.outputs()).isInstanceOf(Outputs.Refused.class);
        assertThat(((Outputs.Refused) result.outputs()).reason().en()).doesNotContain("常州");
        assertThat(new String(result.log(), StandardCharsets.UTF_8)).contains("常州");
    }

    @Test
    void a_script_that_writes_its_own_frames_is_read_as_strictly() throws Exception {
        var result =
                run(
                        ScriptLanguage.PYTHON,
                        """
                        import bourse
                        bourse._out.write(b"BOURSE/1 pickle ../../etc/passwd 1\\nx\\n")
                        """);
        assertThat(result.outputs()).isInstanceOf(Outputs.Refused.class);
    }
}
