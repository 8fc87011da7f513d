package io.databourse.web.job;

import static io.databourse.web.job.Reports.NOON;
import static io.databourse.web.job.Reports.buckets;
import static io.databourse.web.job.Reports.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void one_word_or_a_second_of_watching_says_nothing_about_the_pace() {
        Pace first = Pace.of(buckets(10, 0));
        Pace second = first.after(buckets(12, 1));

        assertThat(first.perSecond()).isEmpty();
        assertThat(second.perSecond()).isEmpty();
        assertThat(second.left(100, NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void an_even_pace_is_told_and_what_is_left_at_it() {
        Pace pace = steady();

        assertThat(pace.perSecond()).hasValue(2.0);
        assertThat(pace.left(100, NOON.plusSeconds(10))).contains(Duration.ofSeconds(40));
        assertThat(pace.left(100, NOON.plusSeconds(13))).contains(Duration.ofSeconds(37));
    }

    /// Two buckets a second from 0, and 20 done.
    private static Pace steady() {
        Pace pace = Pace.of(buckets(0, 0));
        for (int second = 1; second <= 10; second++) {
            pace = pace.after(buckets(2L * second, second));
        }
        return pace;
    }

    @Test
    void a_slower_step_changes_the_pace_a_little_and_many_change_it_fully() {
        Pace pace = steady().after(buckets(21, 11));
        assertThat(pace.perSecond().orElseThrow()).isBetween(1.9, 2.0);

        for (int second = 12; second <= 80; second++) {
            pace = pace.after(buckets(10 + second, second));
        }
        assertThat(pace.perSecond().orElseThrow()).isCloseTo(1.0, within(0.02));
    }

    @Test
    void the_same_word_again_changes_nothing_and_a_long_stop_takes_the_time_left_away() {
        Pace pace = steady();

        assertThat(pace.after(buckets(20, 14))).isEqualTo(pace);
        assertThat(pace.left(100, NOON.plusSeconds(17))).isEmpty();
    }

    @Test
    void slow_buckets_keep_their_time_left_between_two_of_them() {
        Pace pace = Pace.of(buckets(1, 0)).after(buckets(2, 30)).after(buckets(3, 60));

        assertThat(pace.left(5, NOON.plusSeconds(90))).contains(Duration.ofSeconds(30));
    }

    @Test
    void another_phase_and_another_attempt_begin_anew() {
        Pace pace = steady();

        assertThat(pace.after(said("writing", 30, 100, "rows", 11)).perSecond()).isEmpty();
        assertThat(pace.after(buckets(3, 11)).perSecond()).isEmpty();
    }

    @Test
    void nothing_is_left_to_tell_without_a_total_or_at_the_end() {
        Pace pace = steady();

        assertThat(pace.left(0, NOON.plusSeconds(10))).isEmpty();
        assertThat(pace.left(20, NOON.plusSeconds(10))).isEmpty();
        assertThat(pace.left(1_000_000_000, NOON.plusSeconds(10))).isEmpty();
    }
}
