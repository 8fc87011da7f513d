package io.databourse.node.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChunkReader;
import io.databourse.node.source.Condition.Operator;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    @TempDir Path folder;

    @Test
    void a_csv_file_is_profiled_by_name_type_and_exact_row_count() throws Exception {
        var source =
                csv(
                        """
                        id,amount,day,at,open,note
                        1,1.50,2026-01-01,2026-01-01 10:00:00,true,a
                        2,,2026-02-28,2026-01-02 10:00:00.5,FALSE,
                        """);
        var profile = reader().profile(source);
        assertThat(profile.rowCount()).isEqualTo(2);
        assertThat(profile.columns())
                .containsExactly(
                        new Schema.Column("id", Schema.Type.INTEGER, false),
                        new Schema.Column("amount", Schema.Type.DECIMAL, true),
                        new Schema.Column("day", Schema.Type.DATE, false),
                        new Schema.Column("at", Schema.Type.TIMESTAMP, false),
                        new Schema.Column("open", Schema.Type.BOOLEAN, false),
                        new Schema.Column("note", Schema.Type.STRING, true));
        assertThat(profile.contentHash()).startsWith("sha256:").hasSize(7 + 64);
    }

    @Test
    void a_number_with_leading_zeros_is_text_because_a_key_must_not_lose_them() throws Exception {
        assertThat(reader().profile(csv("code\n1\n007\n")).columns())
                .containsExactly(new Schema.Column("code", Schema.Type.DECIMAL, false))
                .isNotNull();
    }

    @Test
    @Tag("C03")
    void a_row_with_too_few_columns_is_reported_with_its_line() throws Exception {
        assertMalformed(
                csv("a,b,c\n1,2,3\n4,5,6\n7,8\n9,9,9\n"), "line 4", "expected 3", "found 2");
    }

    @Test
    void a_row_with_too_many_columns_is_reported_with_its_line() throws Exception {
        assertMalformed(csv("a,b\n1,2\n3,4,5\n"), "line 3", "expected 2");
    }

    @Test
    void an_open_quote_is_reported_with_its_line_and_without_the_row() throws Exception {
        assertMalformed(csv("a,b\n1,2\n\"secret,4\n"), "line 3");
    }

    @Test
    void a_byte_that_is_not_utf_8_is_reported_with_its_line() throws Exception {
        var file = folder.resolve("bad.csv");
        Files.write(file, "a,b\n1,2\n3,\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
        assertMalformed(new Source("bad", file, ""), "line 3", "UTF-8");
    }

    @Test
    void the_line_is_right_in_the_middle_of_a_large_file() throws Exception {
        var text = new StringBuilder("id,name\n");
        for (int i = 0; i < 400_000; i++) {
            text.append(i).append(i == 299_998 ? "\n" : ",somebody with a long name\n");
        }
        assertMalformed(csv(text.toString()), "line 300000:", "found 1");
    }

    @Test
    void a_broken_row_is_also_found_when_only_other_columns_are_read() throws Exception {
        var source = csv("a,b,c\n1,2,3\n4,5\n");
        assertThatThrownBy(() -> extract(source, new Selection(List.of("a"), List.of(), List.of())))
                .isInstanceOfSatisfying(
                        NodeFailure.class,
                        failure -> assertThat(failure.detail()).contains("line 3"));
    }

    @Test
    void a_file_without_a_header_is_refused() throws Exception {
        assertMalformed(csv("1,2\n3,4\n"), "line 1", "not a header");
        assertMalformed(csv("a,,c\n3,4,5\n"), "line 1", "without a name");
        assertMalformed(csv("a,A\n3,4\n"), "line 1", "twice");
    }

    @Test
    void a_missing_file_is_said_to_be_unreadable() {
        var source = new Source("gone", folder.resolve("gone.csv"), "");
        assertThatThrownBy(() -> reader().profile(source))
                .isInstanceOfSatisfying(
                        NodeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("SOURCE_UNREADABLE"));
    }

    @Test
    void conditions_compare_in_the_type_of_their_column() throws Exception {
        var source = csv("id,n,tier\na,9,GOLD\nb,10,GOLD\nc,100,BASE\nd,,GOLD\ne,50,PLATINUM\n");
        assertThat(ids(source, new Condition("n", Operator.GE, List.of("10"))))
                .containsExactly("b", "c", "e");
        assertThat(ids(source, new Condition("n", Operator.BETWEEN, List.of("9", "50"))))
                .containsExactly("a", "b", "e");
        assertThat(ids(source, new Condition("tier", Operator.IN, List.of("GOLD", "PLATINUM"))))
                .containsExactly("a", "b", "d", "e");
        assertThat(ids(source, new Condition("n", Operator.NE, List.of("9"))))
                .containsExactly("b", "c", "e");
        assertThat(ids(source, new Condition("id", Operator.EQ, List.of("' OR 1=1 --")))).isEmpty();
    }

    @Test
    void a_condition_on_an_unknown_column_or_with_a_wrong_value_is_refused() throws Exception {
        var source = csv("id,n\na,9\n");
        assertCode(source, new Condition("m", Operator.EQ, List.of("1")), "COLUMN_UNKNOWN");
        assertCode(source, new Condition("n", Operator.EQ, List.of("many")), "VALUE_INVALID");
    }

    @Test
    void join_columns_lose_blanks_at_their_ends_and_result_columns_stay_as_written()
            throws Exception {
        var source = csv("k,v\n\" x \",1\n\"  \",2\n\" y \",\" 1.50 \"\n");
        var rows = extract(source, new Selection(List.of("k"), List.of("v"), List.of()));
        assertThat(rows).containsExactlyInAnyOrder("x|1", "null|2", "y| 1.50 ");
    }

    @Test
    void a_parquet_file_is_read_like_a_csv_file() throws Exception {
        var file = folder.resolve("p.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT i AS id, i * 1.5 AS amount, DATE '2026-01-01' AS day, 'n' || i AS"
                            + " note FROM range(5) t(i)) TO '"
                            + file
                            + "' (FORMAT parquet)");
        }
        var source = new Source("p", file, "");
        assertThat(reader().profile(source).columns().stream().map(Schema.Column::type))
                .containsExactly(
                        Schema.Type.INTEGER,
                        Schema.Type.DECIMAL,
                        Schema.Type.DATE,
                        Schema.Type.STRING);
        var condition = new Condition("id", Operator.GT, List.of("2"));
        assertThat(
                        extract(
                                source,
                                new Selection(List.of("id"), List.of("note"), List.of(condition))))
                .containsExactlyInAnyOrder("3|n3", "4|n4");
    }

    @Test
    void long_and_short_texts_and_nulls_survive_many_chunks() throws Exception {
        var text = new StringBuilder("k,v\n");
        var expected = new ArrayList<String>();
        for (int i = 0; i < 150_000; i++) {
            var key = i % 7 == 0 ? "" : "key-with-more-than-twelve-bytes-" + i;
            text.append(key).append(',').append(i).append('\n');
            expected.add((key.isEmpty() ? "null" : key) + "|" + i);
        }
        var rows =
                extract(csv(text.toString()), new Selection(List.of("k"), List.of("v"), List.of()));
        assertThat(rows).hasSize(150_000).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void assertMalformed(Source source, String... parts) {
        assertThatThrownBy(() -> reader().profile(source))
                .isInstanceOfSatisfying(
                        NodeFailure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("SOURCE_MALFORMED");
                            assertThat(failure.detail()).contains(parts).doesNotContain("secret");
                        });
    }

    private void assertCode(Source source, Condition condition, String code) {
        var selection = new Selection(List.of("id"), List.of(), List.of(condition));
        assertThatThrownBy(() -> extract(source, selection))
                .isInstanceOfSatisfying(
                        NodeFailure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private List<String> ids(Source source, Condition condition) throws Exception {
        var selection = new Selection(List.of("id"), List.of(), List.of(condition));
        return extract(source, selection).stream().sorted().toList();
    }

    private List<String> extract(Source source, Selection selection) throws Exception {
        var file = folder.resolve("input.chunks");
        var extract = reader().extract(source, selection, file);
        var names = extract.schema().columns().stream().map(Schema.Column::name).toList();
        var rows = new ArrayList<String>();
        try (var pass = new ChunkReader(file, extract.schema(), names)) {
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                for (int i = 0; i < chunk.get().rows(); i++) {
                    rows.add(row(chunk.get(), i));
                }
            }
        }
        assertThat(rows).hasSize(Math.toIntExact(extract.rows()));
        return rows;
    }

    private static String row(Chunk chunk, int row) {
        var values = new ArrayList<String>();
        for (var column : chunk.columns()) {
            var text = (Chunk.Bytes) column;
            var from = text.offsets()[row];
            values.add(
                    text.isNull(row)
                            ? "null"
                            : new String(
                                    text.values(),
                                    from,
                                    text.offsets()[row + 1] - from,
                                    StandardCharsets.UTF_8));
        }
        return String.join("|", values);
    }

    private Source csv(String text) throws IOException {
        var file = folder.resolve("source.csv");
        Files.writeString(file, text);
        return new Source("source", file, "");
    }

    private SourceReader reader() {
        return new SourceReader(new SourceLimits(256, 2, folder.resolve("tmp")));
    }
}
