package io.databourse.protection.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir Path folder;

    @Test
    void cells_with_commas_quotes_and_lines_come_back_as_they_were() throws IOException {
        Path file = folder.resolve("t.csv");
        List<List<String>> rows =
                List.of(
                        List.of("a,b", "say \"hi\""),
                        List.of("two\r\nlines", ""),
                        List.of("", ""),
                        List.of("油", " space "));
        try (CsvWriter out = new CsvWriter(file, List.of("one", "two"))) {
            for (List<String> row : rows) {
                out.write(row);
            }
            assertThat(file).doesNotExist();
            out.keep();
        }
        assertThat(rows(file)).isEqualTo(rows);
    }

    @Test
    void empty_cells_of_one_column_are_rows_too() throws IOException {
        Path file = folder.resolve("t.csv");
        try (CsvWriter out = new CsvWriter(file, List.of("one"))) {
            out.write(List.of(""));
            out.write(List.of("x"));
            out.keep();
        }
        assertThat(rows(file)).containsExactly(List.of(""), List.of("x"));
    }

    @Test
    void a_byte_order_mark_and_windows_lines_are_read() throws IOException {
        assertThat(rows(file("\uFEFFa,b\r\n1,\"2\"\r\n3,4")))
                .containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,a\n", "a,\n", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"x", "a\n\"x\"y\n"})
    void what_is_no_table_is_refused(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> rows(file)).isInstanceOf(TableException.class);
    }

    @Test
    void a_line_of_nothing_but_commas_does_not_eat_the_memory() throws IOException {
        Path file = file(",".repeat(20_000));
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("more than 16384 cells");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "a\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> rows(file)).isInstanceOf(IOException.class);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader in = CsvReader.open(file)) {
            for (Optional<List<String>> row = in.next(); row.isPresent(); row = in.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
