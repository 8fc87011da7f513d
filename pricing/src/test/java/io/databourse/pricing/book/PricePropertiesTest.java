package io.databourse.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every price, tried on many random ones; the seed is fixed.
class PricePropertiesTest {
    private static final int PRICES = 2_000;
    private final Random random = new Random(20261121);

    @Test
    void the_parts_of_a_use_add_up_to_the_whole_wherever_it_is_cut() {
        for (int i = 0; i < PRICES; i++) {
            PriceVersion price = price(true);
            Money sum = price.amount(Consumption.NONE);
            Consumption before = Consumption.NONE;
            for (int part = 0; part < 5; part++) {
                Consumption after = before.plus(use());
                sum = sum.add(price.amountBetween(before, after));
                before = after;
            }
            assertThat(sum).as(price.canonicalText()).isEqualTo(price.amount(before));
        }
    }

    @Test
    void more_use_never_costs_less_unless_by_volume() {
        for (int i = 0; i < PRICES; i++) {
            PriceVersion price = price(false);
            Consumption some = use();

            assertThat(price.amount(some.plus(use())))
                    .as(price.canonicalText())
                    .isGreaterThanOrEqualTo(price.amount(some));
        }
    }

    @Test
    void the_explained_amounts_add_up_and_only_the_last_rounds() {
        for (int i = 0; i < PRICES; i++) {
            PriceVersion price = price(true);
            Explanation quote = price.explain(use());
            Rational sum = Rational.ZERO;
            for (ExplainedStep step : quote.steps()) {
                sum = sum.plus(step.amount());
                assertThat(step.total()).isEqualTo(sum);
                assertThat(step.amount()).isEqualTo(step.quantity().times(step.price()));
            }

            assertThat(quote.total().major()).isEqualTo(sum);
            assertThat(Money.rounded(quote.exact(), CurrencyCode.CNY)).isEqualTo(quote.total());
        }
    }

    @Test
    void a_cap_holds_and_a_minimum_holds() {
        for (int i = 0; i < PRICES; i++) {
            Rational least = Rational.of(random.nextInt(50));
            Rational most = least.plus(Rational.of(random.nextInt(50)));
            List<PriceStep> steps = new ArrayList<>(price(true).steps());
            steps.add(new PriceStep.Minimum(least));
            steps.add(new PriceStep.Cap(most));
            Rational amount = Prices.version(steps.toArray(PriceStep[]::new)).amount(use()).major();

            assertThat(amount).isBetween(least, most);
        }
    }

    @Test
    void the_text_of_a_price_is_read_as_the_same_price() {
        for (int i = 0; i < PRICES; i++) {
            List<PriceStep> steps = price(true).steps();

            assertThat(steps.stream().map(PriceText::write).map(PriceText::read))
                    .containsExactlyElementsOf(steps);
        }
    }

    private Consumption use() {
        Consumption use = Consumption.NONE;
        for (Meter meter : List.of(Meter.CALLS, Meter.HITS, Meter.ROWS, Meter.TURNOVER)) {
            use = use.with(meter, Rational.of(random.nextInt(5_000), 1 + random.nextInt(3)));
        }
        return use;
    }

    private PriceVersion price(boolean alsoVolume) {
        List<PriceStep> steps = new ArrayList<>();
        Meter meter = List.of(Meter.CALLS, Meter.ROWS, Meter.TURNOVER).get(random.nextInt(3));
        if (random.nextBoolean()) {
            steps.add(new PriceStep.FreeUnits(meter, 1 + random.nextInt(1_000)));
        }
        steps.add(Prices.charge(new PriceModel.PerUnit(meter, unitPrice())));
        steps.add(Prices.charge(model(meter, alsoVolume)));
        if (random.nextBoolean()) {
            steps.add(new PriceStep.Discount(Rational.of(1 + random.nextInt(9), 10)));
        }
        if (random.nextBoolean()) {
            steps.add(new PriceStep.Minimum(Rational.of(random.nextInt(100))));
        }
        if (random.nextBoolean()) {
            steps.add(new PriceStep.Cap(Rational.of(100 + random.nextInt(1_000))));
        }
        return Prices.version(steps.toArray(PriceStep[]::new));
    }

    private PriceModel model(Meter meter, boolean alsoVolume) {
        return switch (random.nextInt(alsoVolume ? 5 : 4)) {
            case 0 -> new PriceModel.OneOff(unitPrice());
            case 1 -> new PriceModel.PerResult(unitPrice(), unitPrice(), unitPrice());
            case 2 -> new PriceModel.PerBlock(meter, 1 + random.nextInt(900), unitPrice());
            case 3 -> new PriceModel.Graduated(meter, tiers());
            default -> new PriceModel.Volume(meter, tiers());
        };
    }

    private List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        long above = 0;
        for (int i = 0; i <= random.nextInt(4); i++) {
            tiers.add(new Tier(above, unitPrice(), Rational.of(random.nextInt(3))));
            above += 1 + random.nextInt(2_000);
        }
        return tiers;
    }

    /// Thirds and sevenths too, which no decimal holds.
    private Rational unitPrice() {
        return Rational.of(random.nextInt(100), 1 + random.nextInt(700));
    }
}
