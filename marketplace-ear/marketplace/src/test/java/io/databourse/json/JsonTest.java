package io.databourse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.catalog.ListingId;
import io.databourse.money.Money;
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
}
