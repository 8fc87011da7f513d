package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.util.List;

/// How a use becomes an amount. Prices are exact, in major units of the version's currency, and may
/// be finer than a fen: only the amount of a whole statement line is rounded.
public sealed interface PriceModel {
    /// 免费.
    record Free() implements PriceModel {}

    /// One amount for the contract (一次性), however much is used.
    record OneOff(Rational price) implements PriceModel {
        public OneOff {
            Amounts.requireNotNegative("a one-off price", price);
        }
    }

    /// An amount that two parties agreed on (议价) under the named agreement.
    record Negotiated(Rational price, String agreement) implements PriceModel {
        public Negotiated {
            Amounts.requireNotNegative("an agreed price", price);
            if (!agreement.matches("[\\p{L}\\p{N}._/-]{1,64}")) {
                throw new IllegalArgumentException("no name of an agreement: " + agreement);
            }
        }
    }

    /// So much for each period (包周期); a part of one as [Proration] says.
    record PerPeriod(Rational price, Proration proration) implements PriceModel {
        public PerPeriod {
            Amounts.requireNotNegative("the price of a period", price);
        }
    }

    /// So much for each call, row, CPU-second …; of [Meter#TURNOVER] it is a share (分成).
    record PerUnit(Meter meter, Rational price) implements PriceModel {
        public PerUnit {
            Amounts.requireNotNegative("a unit price", price);
        }
    }

    /// Calls priced by what came of them (查得计费).
    record PerResult(Rational hit, Rational miss, Rational error) implements PriceModel {
        public PerResult {
            Amounts.requireNotNegative("the price of a hit", hit);
            Amounts.requireNotNegative("the price of a miss", miss);
            Amounts.requireNotNegative("the price of an error", error);
        }
    }

    /// So much for each block of units (包次); a block that is started counts whole.
    record PerBlock(Meter meter, long block, Rational price) implements PriceModel {
        public PerBlock {
            Amounts.requireNotNegative("the price of a block", price);
            if (block < 1) {
                throw new IllegalArgumentException("a block has a unit or more: " + block);
            }
        }
    }

    /// A ladder where each unit costs what its own tier says (分段累进). Of [Meter#TURNOVER] this is
    /// the graduated percentage.
    record Graduated(Meter meter, List<Tier> tiers) implements PriceModel {
        public Graduated {
            tiers = Tier.ladder(tiers);
        }
    }

    /// A ladder where *all* units cost what the last tier reached says (全量阶梯). Such a price may
    /// fall when more is bought; see [Arbitrage].
    record Volume(Meter meter, List<Tier> tiers) implements PriceModel {
        public Volume {
            tiers = Tier.ladder(tiers);
        }
    }
}
