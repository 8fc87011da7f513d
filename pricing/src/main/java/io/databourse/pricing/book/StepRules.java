package io.databourse.pricing.book;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which lists of steps are a price: a step that could never change anything is a mistake of who
/// wrote it.
final class StepRules {
    private StepRules() {}

    static void check(List<PriceStep> steps) {
        if (steps.stream().noneMatch(PriceStep.Charge.class::isInstance)) {
            throw new IllegalArgumentException("a price has a charge");
        }
        for (int i = 0; i < steps.size(); i++) {
            PriceStep step = steps.get(i);
            switch (step) {
                case PriceStep.Charge _ -> {}
                case PriceStep.FreeUnits(var meter, _) ->
                        require(
                                read(steps.subList(i, steps.size())).contains(meter),
                                "no later charge counts the free " + meter);
                case PriceStep.CallLimit(var meter, _) -> {
                    require(read(steps).contains(meter), "no charge counts the limited " + meter);
                    require(
                            steps.subList(0, i).stream().noneMatch(other -> limits(other, meter)),
                            "one limit of %s is enough".formatted(meter));
                }
                case PriceStep.Discount _, PriceStep.Minimum _, PriceStep.Cap _ ->
                        require(
                                steps.subList(0, i).stream()
                                        .anyMatch(PriceStep.Charge.class::isInstance),
                                "a discount, a minimum and a cap come after a charge");
            }
        }
    }

    private static boolean limits(PriceStep step, Meter meter) {
        return step instanceof PriceStep.CallLimit(var limited, _) && limited == meter;
    }

    /// The meters that these steps charge for.
    static Set<Meter> read(List<PriceStep> steps) {
        Set<Meter> read = EnumSet.noneOf(Meter.class);
        for (PriceStep step : steps) {
            if (step instanceof PriceStep.Charge(var model)) {
                read.addAll(meters(model));
            }
        }
        return read;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Set<Meter> meters(PriceModel model) {
        return switch (model) {
            case PriceModel.Free(), PriceModel.OneOff _, PriceModel.Negotiated _ -> Set.of();
            case PriceModel.PerPeriod _ -> Set.of(Meter.PERIODS);
            case PriceModel.PerUnit(var meter, _) -> Set.of(meter);
            case PriceModel.PerResult _ -> Set.of(Meter.HITS, Meter.MISSES, Meter.ERRORS);
            case PriceModel.PerBlock(var meter, _, _) -> Set.of(meter);
            case PriceModel.Graduated(var meter, _) -> Set.of(meter);
            case PriceModel.Volume(var meter, _) -> Set.of(meter);
        };
    }
}
