package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void the_library_lies_where_the_page_asks_for_it() {
        String file = Chart.LIBRARY.replace("context://", "META-INF/resources/");
        assertThat(Chart.class.getClassLoader().getResource(file)).isNotNull();
    }

    @Test
    void the_drawing_holds_what_the_series_say_and_gaps_stay_gaps() {
        Chart chart =
                new Chart("runs left", List.of("1", "2"))
                        .with(
                                Chart.Kind.AREA,
                                Chart.Tone.ACCENT,
                                "left",
                                Arrays.asList(new BigDecimal("9.50"), null))
                        .ofMoney();

        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("runs left");
        assertThat(chart.getElement().getAttribute("drawing"))
                .isEqualTo(
                        "{\"labels\":[\"1\",\"2\"],\"series\":[{\"name\":\"left\",\"kind\":\"AREA\","
                                + "\"tone\":\"accent\",\"values\":[9.50,null]}],"
                                + "\"money\":true,\"stacked\":false}");
    }

    @Test
    void a_series_with_too_few_values_is_no_series() {
        Chart chart = new Chart("", List.of("1", "2"));
        assertThatThrownBy(() ->
                        chart.with(Chart.Kind.BAR, Chart.Tone.GREEN, "", List.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
