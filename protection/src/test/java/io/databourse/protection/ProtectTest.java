package io.databourse.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectTest {
    @TempDir Path folder;
    private final List<String> said = new ArrayList<>();
    private final Protect protect = new Protect(said::add);

    @BeforeEach
    void makeTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,litres,age,illness"));
        for (int i = 0; i < 600; i++) {
            lines.add("1380000%04d,%d.%02d,%d,i%d".formatted(i, i, i % 97, i % 80, i % 3));
        }
        Files.write(folder.resolve("t.csv"), lines);
        run("key", path("k"));
    }

    @Test
    void a_copy_is_marked_and_traced() throws IOException {
        policy("{\"key\": [\"id\"], \"columns\": {\"litres\": {\"unit\": 0.01}}}");
        Files.writeString(folder.resolve("all"), "bank\nshop\n\n");
        run(
                "watermark",
                "--policy",
                path("p"),
                "--key",
                path("k"),
                "--recipient",
                "shop",
                path("t.csv"),
                path("c.csv"));
        String[] trace = {
            "trace",
            "--policy",
            path("p"),
            "--key",
            path("k"),
            "--recipients",
            path("all"),
            path("c.csv")
        };
        assertThat(run(trace)).isZero();
        assertThat(said.getLast()).startsWith("shop: 600 of 600 marks fit");
        trace[trace.length - 1] = path("t.csv");
        assertThat(run(trace)).isEqualTo(1);
        assertThat(said.getLast()).isEqualTo("The file names nobody.");
    }

    @Test
    void a_copy_is_masked() throws IOException {
        policy(
                """
                {"columns": {"id": {"method": "digits"}, "litres": {"method": "keep"},
                             "age": {"method": "suppress"}, "illness": {"method": "keep"}},
                 "identifiers": ["id"]}\
                """);
        run("mask", "--policy", path("p"), "--key", path("k"), path("t.csv"), path("c.csv"));
        assertThat(said).containsExactly("600 rows, no original identifier in them");
    }

    @Test
    void a_copy_is_made_anonymous() throws IOException {
        policy(
                """
                {"quasiIdentifiers": {"age": "NUMBER"}, "sensitive": {"illness": "TEXT"},
                 "keep": ["litres"], "drop": ["id"], "k": 10, "l": 2}\
                """);
        run("anonymise", "--policy", path("p"), path("t.csv"), path("c.csv"));
        assertThat(said.getLast()).contains("\"suppressed\" : 0", "\"prosecutorRisk\"");
    }

    @Test
    void a_key_is_never_overwritten() {
        assertThatThrownBy(() -> run("key", path("k"))).isInstanceOf(TableException.class);
    }

    @Test
    void a_wrong_call_is_refused() throws IOException {
        policy("{\"quasiIdentifiers\": {\"age\": \"NUMBER\"}, \"k\": 10}");
        for (List<String> wrong :
                List.of(
                        List.<String>of(),
                        List.of("unmask"),
                        List.of("mask", "--policy"),
                        List.of("anonymise", "--policy", path("p"), path("t.csv"), path("t.csv")),
                        List.of("anonymise", path("t.csv"), path("c.csv")))) {
            assertThatThrownBy(() -> protect.run(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private int run(String... words) throws IOException {
        return protect.run(List.of(words));
    }

    private void policy(String text) throws IOException {
        Files.writeString(folder.resolve("p"), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
