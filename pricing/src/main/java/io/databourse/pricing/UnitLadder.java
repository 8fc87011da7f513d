package io.databourse.pricing;

import io.databourse.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the units of a contract cost that were bought in several packs: what was bought first is
/// charged first, at the price of its pack. Units that expired unused are left out with their
/// money.
///
/// @param steps what was bought, in that order
/// @param lapses what expired of it
public record UnitLadder(List<Step> steps, List<Lapse> lapses) {
    /// A pack: so many units for so much.
    public record Step(long units, Money price) {}

    /// Units that expired.
    ///
    /// @param from how many units were bought before them
    public record Lapse(long from, long units) {
        public Lapse {
            if (from < 0 || units < 1) {
                throw new IllegalArgumentException("no units: %d from %d".formatted(units, from));
            }
        }

        private long end() {
            return Math.addExact(from, units);
        }
    }

    public UnitLadder {
        steps = List.copyOf(steps);
        lapses = lapses.stream().sorted(Comparator.comparingLong(Lapse::from)).toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing was bought");
        }
    }

    /// What the first n units that are used cost together; what is used beyond the last pack costs
    /// what that one's units do.
    public Money through(long used) {
        long place = place(used);
        Money sum = bought(place);
        for (Lapse lapse : lapses) {
            if (lapse.from < place) {
                sum = sum.subtract(worth(lapse));
            }
        }
        return sum;
    }

    /// What the n-th unit that is used costs, n from 1.
    public Money amountOf(long n) {
        return through(n).subtract(through(n - 1));
    }

    /// What was paid for the units.
    public Money worth(Lapse lapse) {
        return bought(lapse.end()).subtract(bought(lapse.from));
    }

    /// Which units lapse now, when so many were used and of those that are next in line so many
    /// lapse. In pieces, where others between them have lapsed already.
    public List<Lapse> next(long used, long units) {
        List<Lapse> pieces = new ArrayList<>();
        long place = place(used);
        long left = units;
        for (Lapse lapse : lapses) {
            long room = Math.min(left, lapse.from - place);
            if (room > 0) {
                pieces.add(new Lapse(place, room));
                left -= room;
            }
            place = Math.max(place, lapse.end());
        }
        if (left > 0) {
            pieces.add(new Lapse(place, left));
        }
        return pieces;
    }

    /// How many units were bought up to the one that is used next.
    private long place(long used) {
        long place = used;
        for (Lapse lapse : lapses) {
            if (lapse.from <= place) {
                place = Math.addExact(place, lapse.units);
            }
        }
        return place;
    }

    private Money bought(long units) {
        Money sum = Money.zero(steps.getFirst().price.currency());
        long left = units;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            long part = Math.min(left, step.units);
            sum = sum.add(RevenueRecognition.throughUnit(step.price, step.units, part));
            left -= part;
        }
        Step last = steps.getLast();
        return sum.add(RevenueRecognition.throughUnit(last.price, last.units, left));
    }
}
