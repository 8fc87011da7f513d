package io.databourse.pricing.book;

import io.databourse.money.Rational;

/// One step of a price. The steps of a version are taken in the order in which they are written: a
/// discount before a minimum commitment is another price than one after it.
public sealed interface PriceStep {
    /// So many units of a meter are free (免费额度): later charges see only the rest.
    record FreeUnits(Meter meter, long units) implements PriceStep {
        public FreeUnits {
            if (units < 1) {
                throw new IllegalArgumentException("free units are one or more: " + units);
            }
        }
    }

    /// A call counts at most so many of a meter (单次上限): what is not known before a call is bounded.
    /// It changes no amount; calls above it are not taken.
    record CallLimit(Meter meter, long most) implements PriceStep {
        public CallLimit {
            if (!meter.isOfSize()) {
                throw new IllegalArgumentException(
                        "how many %s a call is, is known".formatted(meter));
            }
            if (most < 1 || most > 1_000_000_000_000L) {
                throw new IllegalArgumentException("a limit is 1 to 10^12: " + most);
            }
        }
    }

    /// Adds what the model asks.
    record Charge(PriceModel model) implements PriceStep {}

    /// Takes a share off what has been added so far (折扣): 1/10 is 10 % off.
    record Discount(Rational share) implements PriceStep {
        public Discount {
            if (share.signum() <= 0 || share.compareTo(Rational.ONE) > 0) {
                throw new IllegalArgumentException("not a share above 0, up to 1: " + share);
            }
        }
    }

    /// Raises the amount to this much (最低消费), in major units.
    record Minimum(Rational amount) implements PriceStep {
        public Minimum {
            Amounts.requireNotNegative("a minimum", amount);
        }
    }

    /// Lowers the amount to this much (封顶), in major units.
    record Cap(Rational amount) implements PriceStep {
        public Cap {
            Amounts.requireNotNegative("a cap", amount);
        }
    }
}
