package io.databourse.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void the_median_stands_in_the_middle_whatever_the_order() {
        assertThat(new Samples(9, 1, 5).median()).isEqualTo(5);
        assertThat(new Samples(4, 2).median()).isEqualTo(2);
        assertThat(new Samples(7).median()).isEqualTo(7);
    }

    @Test
    void the_99th_percentile_of_a_hundred_is_the_99th() {
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }

        assertThat(new Samples(values).percentile(99)).isEqualTo(99);
        assertThat(new Samples(values).percentile(100)).isEqualTo(100);
    }

    @Test
    void the_spread_is_from_the_smallest_to_the_largest() {
        assertThat(new Samples(9, 1, 5).spread()).isEqualTo(8);
    }

    @Test
    void without_a_run_there_is_no_figure() {
        assertThatThrownBy(Samples::new).isInstanceOf(IllegalArgumentException.class);
    }
}
