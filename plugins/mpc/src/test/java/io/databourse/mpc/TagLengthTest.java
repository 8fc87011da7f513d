package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagLengthTest {

    @Test
    void a_wrong_match_in_a_whole_run_is_less_likely_than_one_in_2_to_the_40() {
        assertThat(TagLength.of(0, 0)).isEqualTo(5);
        assertThat(TagLength.of(1 << 20, 1 << 20)).isEqualTo(10);
        assertThat(TagLength.of((1 << 20) + 1, 1 << 20)).isEqualTo(11);
        assertThat(TagLength.of(10_000_000, 10_000_000)).isEqualTo(11);
        assertThat(TagLength.of(1_000_000_000, 1_000_000_000)).isEqualTo(13);
    }
}
