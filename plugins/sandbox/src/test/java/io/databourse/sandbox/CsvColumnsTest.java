package io.databourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvColumnsTest {
    @Test
    void quotes_commas_and_newlines_in_fields_are_read() {
        var columns = of("a,\"b \"\"x\"\"\"\r\n1,\"two\n, \"\"lines\"\"\"\r\n\"\",3\r\n");
        assertThat(columns)
                .containsExactly(
                        new PreScreen.Column("a", List.of("1", "")),
                        new PreScreen.Column("b \"x\"", List.of("two\n, \"lines\"", "3")));
    }

    @Test
    void a_header_alone_has_columns_without_values() {
        assertThat(of("n\n")).containsExactly(new PreScreen.Column("n", List.of()));
    }

    private static List<PreScreen.Column> of(String text) {
        return CsvColumns.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
