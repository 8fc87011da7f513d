package io.databourse.node.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import io.databourse.node.link.FakeExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A buyer's questions and scripts beside an owner's file, at two real nodes with the real plugin.
class UsableNotDownloadableTest {
    private static final String ROOM =
            """
            {"oneRowPerEntity":true,
             "columns":{"province":{"role":"DIMENSION"},
                        "litres":{"role":"MEASURE","aggregates":["count","sum"]}},
             "minimumEntities":10,"maximumRows":1000,"maximumBytes":1000000,
             "modes":["QUERY","SCRIPT"],"languages":["python"],
             "autoRelease":{"rows":10,"bytes":10000}}\
            """;
    private static final String SQL =
            "SELECT province, count(*) AS n, sum(litres) AS total FROM data GROUP BY province"
                    + " ORDER BY province";

    /// In the file: a station's name, and litres that no sum makes.
    private static final List<String> RAW = List.of("station-17", "7000017");

    @TempDir private Path folder;
    private TwoNodes nodes;

    @BeforeEach
    void open() throws Exception {
        nodes = new TwoNodes(folder, ROOM);
        nodes.columns = "litres,province";
        nodes.room = ROOM;
    }

    @AfterEach
    void close() throws Exception {
        nodes.close();
    }

    @Test
    @Tag("I06")
    void sql_and_python_run_on_the_granted_columns_and_see_the_same() throws Exception {
        nodes.task = "sandbox/query";
        assertThat(ask(1, "SELECT count(DISTINCT station_id) FROM data")).isEqualTo("REFUSED");
        assertThat(ask(2, SQL)).isEqualTo("COMPLETED");
        var bySql = delivered(2).resolve("result.csv");

        nodes.task = "sandbox/script";
        var script =
                """
                import bourse
                data = bourse.table()
                bourse.save("columns", sorted(data.columns))
                answer = data.groupby("province", as_index=False).agg(
                    n=("litres", "size"), total=("litres", "sum"))
                bourse.save("answer", answer.sort_values("province"))
                """;
        var held = hold(3, script);
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        FakeExchange.next(nodes.exchange.reviews);
        var released = script(script);
        released.put("release", held);
        assertThat(outcome(4, released)).isEqualTo("COMPLETED");
        var byPython = delivered(4);

        assertThat(Files.readString(byPython.resolve("columns.json")))
                .isEqualTo("[\"litres\",\"province\"]");
        assertThat(Files.readAllLines(byPython.resolve("answer.csv")))
                .isEqualTo(Files.readAllLines(bySql))
                .hasSize(3);
    }

    @Test
    @Tag("I05")
    void no_way_to_the_raw_file_gives_the_buyer_a_row_of_it() throws Exception {
        nodes.task = "sandbox/query";
        var attempt = 1;
        for (var sql :
                List.of(
                        "SELECT * FROM data",
                        "SELECT litres FROM data",
                        "SELECT * FROM read_csv('" + nodes.source + "')",
                        "SELECT * FROM '" + nodes.source + "'",
                        "COPY data TO '/tmp/sales.csv'",
                        "SELECT litres, count(*) FROM data GROUP BY litres")) {
            assertThat(ask(attempt++, sql)).as(sql).isEqualTo("REFUSED");
        }

        // A script that reviewers have let run by mistake still hands nothing over by itself.
        nodes.task = "sandbox/script";
        hold(
                attempt,
                """
                import bourse
                bourse.save("all", bourse.table())
                try:
                    print(open("%s").read())
                except OSError:
                    print("no file")
                """
                        .formatted(nodes.source));
        assertThat(nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(attempt)))
                .satisfies(answer -> assertThat(answer.text("code")).isEqualTo("RESULT_UNKNOWN"));
        assertThat(nodes.review("", "show", "j-1", "script.log")).contains("no file");
        nodes.review("wang-password", "reject", "j-1", "--reviewer", "wang", "--reason", "rows");
        FakeExchange.next(nodes.exchange.reviews);

        assertThat(nodes.buyer.resolve("results")).doesNotExist();
        assertThat(said("SSH-2.0-sftp\r\n")).doesNotContain("station");
        assertThat(said("GET /sales.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .doesNotContain("station");
        for (var raw : RAW) {
            assertThat(files(nodes.buyer)).noneMatch(text -> text.contains(raw));
            assertThat(nodes.exchange.heard).noneMatch(text -> text.contains(raw));
        }
        assertThat(nodes.exchange.heard).isNotEmpty();
    }

    private String ask(int attempt, String sql) throws Exception {
        return outcome(attempt, Map.of("sql", sql, "rules", ROOM));
    }

    private String outcome(int attempt, Map<String, String> parameters) throws Exception {
        var report = nodes.run(attempt, parameters).get("p1");
        return report == null ? "" : report.text("outcome");
    }

    private Path delivered(int attempt) throws Exception {
        nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(attempt));
        return nodes.buyer.resolve("results/j-1");
    }

    private static Map<String, String> script(String text) {
        return new HashMap<>(
                Map.of(
                        "algorithm",
                        "demand@1.0.0",
                        "language",
                        "python",
                        "script",
                        text,
                        "scriptHash",
                        Digest.sha256(text).hex(),
                        "rules",
                        ROOM));
    }

    /// Has a script approved and run; the hash of what is held.
    private String hold(int attempt, String text) throws Exception {
        var sha256 = Digest.sha256(text).hex();
        nodes.exchange.ask(
                "node-owner",
                "REVIEW_SCRIPT",
                Json.object()
                        .put("algorithm", "demand@1.0.0")
                        .put("contractId", "c-1")
                        .put("language", "python")
                        .put("script", text)
                        .put("sha256", sha256));
        var id = Digest.sha256(sha256 + "\nc-1").hex();
        nodes.review("wang-password", "approve-script", id, "--reviewer", "wang");
        FakeExchange.next(nodes.exchange.reviews);
        var report = Objects.requireNonNull(nodes.run(attempt, script(text)).get("p1"));
        assertThat(report.text("review")).isEqualTo("PENDING");
        return report.child("held").text("sha256");
    }

    /// What the owner's only port answers to a stranger.
    private String said(String words) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), nodes.port("node-owner"))) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException _) {
            return "";
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(UsableNotDownloadableTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
