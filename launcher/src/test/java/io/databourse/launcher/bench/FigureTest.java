package io.databourse.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_figure_is_one_line_of_json_with_its_baseline_and_ratio() {
        Figure figure =
                Figure.of("psi", "proxy-1M", "wall_s", "s", new Samples(3, 2, 4)).beside(0.5);

        assertThat(figure.json())
                .isEqualTo(
                        "{\"bench\":\"psi\",\"case\":\"proxy-1M\",\"metric\":\"wall_s\","
                                + "\"value\":3.0,\"unit\":\"s\",\"baseline\":0.5,\"ratio\":6.0}");
    }

    @Test
    void a_figure_with_nothing_to_compare_has_no_baseline() {
        Figure figure = Figure.of("psi", "proxy-1M", "peak_rss_mb", "MB", new Samples(400));

        assertThat(figure.json()).endsWith("\"baseline\":null,\"ratio\":null}");
    }
}
