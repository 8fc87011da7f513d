package io.databourse.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.Money;
import io.databourse.pricing.UnitLadder.Lapse;
import io.databourse.pricing.UnitLadder.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitLadderTest {
    private static final Step DEAR = new Step(10, Money.cny("100.00"));
    private static final Step CHEAP = new Step(20, Money.cny("100.00"));

    @Test
    void units_cost_what_their_pack_costs_in_the_order_of_buying() {
        UnitLadder ladder = ladder(List.of());

        assertThat(ladder.through(10)).isEqualTo(Money.cny("100.00"));
        assertThat(ladder.through(12)).isEqualTo(Money.cny("110.00"));
        assertThat(ladder.amountOf(10)).isEqualTo(Money.cny("10.00"));
        assertThat(ladder.amountOf(11)).isEqualTo(Money.cny("5.00"));
        assertThat(ladder.through(30)).isEqualTo(Money.cny("200.00"));
    }

    @Test
    void a_single_pack_costs_what_it_did() {
        Money total = Money.cny("1000.01");
        UnitLadder ladder = new UnitLadder(List.of(new Step(7, total)), List.of());

        for (long n = -2; n < 10; n++) {
            assertThat(ladder.through(n)).isEqualTo(RevenueRecognition.throughUnit(total, 7, n));
        }
    }

    @Test
    void what_lapsed_is_skipped_with_its_money() {
        UnitLadder whole = ladder(List.of());
        UnitLadder ladder = ladder(whole.next(4, 6));

        assertThat(ladder.lapses()).containsExactly(new Lapse(4, 6));
        assertThat(ladder.worth(new Lapse(4, 6))).isEqualTo(Money.cny("60.00"));
        assertThat(ladder.through(4)).isEqualTo(Money.cny("40.00"));
        assertThat(ladder.through(5)).isEqualTo(Money.cny("45.00"));
        assertThat(ladder.through(24)).isEqualTo(Money.cny("140.00"));
    }

    @Test
    void what_lapses_around_what_lapsed_before_lapses_in_pieces() {
        UnitLadder ladder = ladder(List.of(new Lapse(4, 6)));

        assertThat(ladder.next(2, 5)).containsExactly(new Lapse(2, 2), new Lapse(10, 3));
        assertThat(ladder.next(4, 5)).containsExactly(new Lapse(10, 5));
        assertThat(ladder.next(6, 1)).containsExactly(new Lapse(12, 1));
    }

    @Test
    void whatever_is_used_and_lapses_the_money_adds_up_to_what_was_paid() {
        Random random = new Random(20261121);
        for (int round = 0; round < 200; round++) {
            List<Step> steps = new ArrayList<>();
            long units = 0;
            Money paid = Money.cny("0.00");
            for (int pack = 0; pack <= random.nextInt(4); pack++) {
                Step step = new Step(1 + random.nextInt(9), fen(random.nextInt(1_000)));
                steps.add(step);
                units += step.units();
                paid = paid.add(step.price());
            }
            List<Lapse> lapses = new ArrayList<>();
            Money lost = Money.cny("0.00");
            long left = units;
            for (int step = 0; step < 5 && left > 0; step++) {
                UnitLadder ladder = new UnitLadder(steps, lapses);
                long used = random.nextLong(left);
                long lapsing = 1 + random.nextLong(left - used);
                for (Lapse lapse : ladder.next(used, lapsing)) {
                    lapses.add(lapse);
                    lost = lost.add(ladder.worth(lapse));
                }
                left -= lapsing;
            }

            assertThat(new UnitLadder(steps, lapses).through(left).add(lost)).isEqualTo(paid);
        }
    }

    private static UnitLadder ladder(List<Lapse> lapses) {
        return new UnitLadder(List.of(DEAR, CHEAP), lapses);
    }

    private static Money fen(long minor) {
        return Money.ofMinor(minor, Money.cny("1.00").currency());
    }
}
