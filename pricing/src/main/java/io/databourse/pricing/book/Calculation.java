package io.databourse.pricing.book;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.ExplainedStep.Kind;
import java.util.ArrayList;
import java.util.List;

/// The arithmetic itself. The amount is the sum of the explained lines, so that the explanation
/// cannot say anything else than what is charged.
final class Calculation {
    private final List<ExplainedStep> lines = new ArrayList<>();
    private Consumption rest;
    private Rational total = Rational.ZERO;

    Calculation(Consumption consumption) {
        this.rest = consumption;
    }

    Calculation take(List<PriceStep> steps) {
        steps.forEach(this::take);
        return this;
    }

    Explanation rounded(CurrencyCode currency) {
        Money amount = Money.rounded(total, currency);
        add(Kind.ROUNDING, Meter.UNITS, total, Rational.ONE, amount.major().minus(total));
        return new Explanation(amount, lines);
    }

    private void take(PriceStep step) {
        switch (step) {
            case PriceStep.FreeUnits free -> free(free);
            case PriceStep.CallLimit(var meter, var most) ->
                    add(Kind.CALL_LIMIT, meter, Rational.of(most), Rational.ONE, Rational.ZERO);
            case PriceStep.Charge(var model) -> charge(model);
            case PriceStep.Discount(var share) ->
                    adjust(Kind.DISCOUNT, share, total.times(share).negate());
            case PriceStep.Minimum(var least) ->
                    adjust(Kind.MINIMUM, least, total.max(least).minus(total));
            case PriceStep.Cap(var most) -> adjust(Kind.CAP, most, total.min(most).minus(total));
        }
    }

    private void free(PriceStep.FreeUnits free) {
        Rational units = Rational.of(free.units());
        Rational left = rest.get(free.meter()).minus(units).max(Rational.ZERO);
        rest = rest.with(free.meter(), left);
        add(Kind.FREE_UNITS, free.meter(), units, left, Rational.ZERO);
    }

    private void charge(PriceModel model) {
        switch (model) {
            case PriceModel.Free() -> adjust(Kind.FREE, Rational.ZERO, Rational.ZERO);
            case PriceModel.OneOff(var price) -> adjust(Kind.ONE_OFF, price, price);
            case PriceModel.Negotiated(var price, _) -> adjust(Kind.NEGOTIATED, price, price);
            case PriceModel.PerPeriod(var price, _) -> units(Meter.PERIODS, price);
            case PriceModel.PerUnit(var meter, var price) -> units(meter, price);
            case PriceModel.PerResult(var hit, var miss, var error) -> {
                units(Meter.HITS, hit);
                units(Meter.MISSES, miss);
                units(Meter.ERRORS, error);
            }
            case PriceModel.PerBlock(var meter, var block, var price) -> {
                Rational size = Rational.of(block);
                long blocks = rest.get(meter).dividedBy(size).ceil();
                add(Kind.BLOCKS, meter, size, Rational.of(blocks), price);
            }
            case PriceModel.Graduated(var meter, var tiers) -> graduated(meter, tiers);
            case PriceModel.Volume(var meter, var tiers) -> volume(meter, tiers);
        }
    }

    private void units(Meter meter, Rational price) {
        add(Kind.UNITS, meter, price, rest.get(meter), price);
    }

    private void graduated(Meter meter, List<Tier> tiers) {
        Rational quantity = rest.get(meter);
        for (int i = 0; i < tiers.size() && tiers.get(i).isEnteredBy(quantity); i++) {
            Tier tier = tiers.get(i);
            Rational above = Rational.of(tier.above());
            Rational upTo =
                    i + 1 < tiers.size()
                            ? quantity.min(Rational.of(tiers.get(i + 1).above()))
                            : quantity;
            add(Kind.TIER, meter, above, upTo.minus(above), tier.unit());
            entry(meter, tier);
        }
    }

    private void volume(Meter meter, List<Tier> tiers) {
        Rational quantity = rest.get(meter);
        for (Tier tier : tiers.reversed()) {
            if (tier.isEnteredBy(quantity)) {
                add(Kind.VOLUME, meter, Rational.of(tier.above()), quantity, tier.unit());
                entry(meter, tier);
                return;
            }
        }
    }

    private void entry(Meter meter, Tier tier) {
        if (tier.flat().signum() > 0) {
            Rational above = Rational.of(tier.above());
            add(Kind.TIER_ENTRY, meter, above, Rational.ONE, tier.flat());
        }
    }

    private void adjust(Kind kind, Rational term, Rational amount) {
        add(kind, Meter.UNITS, term, Rational.ONE, amount);
    }

    private void add(Kind kind, Meter meter, Rational term, Rational quantity, Rational price) {
        Rational amount = quantity.times(price);
        total = total.plus(amount);
        lines.add(new ExplainedStep(kind, meter, term, quantity, price, amount, total));
    }
}
