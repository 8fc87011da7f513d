package io.databourse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.catalog.ListingId;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Sample(
            ListingId id, Money price, Instant at, Optional<String> note, Optional<Long> count) {
        public boolean isEmpty() {
            return false;
        }
    }

    private static final Sample SAMPLE =
            new Sample(
                    new ListingId("lst_1"),
                    Money.cny("500.00"),
                    Instant.parse("2026-11-21T12:00:00Z"),
                    Optional.empty(),
                    Optional.of(3L));

    @Test
    void money_is_a_decimal_string_and_an_absent_value_is_left_out() {
        assertThat(Json.write(SAMPLE))
                .isEqualTo(
                        "{\"id\":\"lst_1\",\"price\":{\"amount\":\"500.00\",\"currency\":\"CNY\"},"
                                + "\"at\":\"2026-11-21T12:00:00Z\",\"count\":3}");
    }

    @Test
    void what_was_written_is_read_back() {
        assertThat(Json.read(Json.write(SAMPLE), Sample.class)).isEqualTo(SAMPLE);
    }

    @Test
    void a_member_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> Json.read("{\"id\":\"lst_1\",\"more\":1}", Sample.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exact_number_is_a_decimal_string_or_a_fraction() {
        assertThat(Json.write(Rational.parse("0.0625"))).isEqualTo("\"0.0625\"");
        assertThat(Json.write(Rational.of(100))).isEqualTo("\"100\"");
        assertThat(Json.write(Rational.of(-1, 6))).isEqualTo("\"-1/6\"");
        assertThat(Json.read("\"-1/6\"", Rational.class)).isEqualTo(Rational.of(-1, 6));
        assertThatThrownBy(() -> Json.read("\"1/0\"", Rational.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
