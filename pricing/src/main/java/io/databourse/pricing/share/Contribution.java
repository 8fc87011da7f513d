package io.databourse.pricing.share;

import io.databourse.money.Rational;
import java.util.List;
import java.util.Optional;

/// What each party contributed, 贡献度, with everything that is needed to compute it again.
///
/// @param utilities all that were asked for
/// @param sampling how orders were drawn, or nothing if the values are exact
/// @param values in the order of the parties
public record Contribution(
        UtilityTable utilities, Optional<Sampling> sampling, List<Rational> values) {
    public Contribution {
        values = List.copyOf(values);
        if (values.size() != utilities.parties()) {
            throw new IllegalArgumentException(
                    "%d values of %d parties".formatted(values.size(), utilities.parties()));
        }
    }

    /// Computes the same from the utilities, the seed and the number of orders alone.
    ///
    /// @throws IllegalArgumentException if a utility is missing
    public static Contribution of(UtilityTable utilities, Optional<Sampling> sampling) {
        return sampling.map(drawn -> Shapley.sampled(utilities.parties(), utilities, drawn))
                .orElseGet(() -> Shapley.exact(utilities.parties(), utilities));
    }

    /// Whether the values are those that follow from what was recorded.
    public boolean isReproducible() {
        return of(utilities, sampling).values.equals(values);
    }

    /// What part of the whole each party gets; the parts add up to 1.
    ///
    /// @throws IllegalArgumentException if there is nothing to share
    public List<Rational> parts(NegativeRule rule) {
        List<Rational> counted =
                switch (rule) {
                    case AS_IS -> values;
                    case CLIP_AND_RENORMALISE ->
                            values.stream()
                                    .map(value -> value.signum() < 0 ? Rational.ZERO : value)
                                    .toList();
                };
        Rational sum = counted.stream().reduce(Rational.ZERO, Rational::plus);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("the contributions add up to " + sum);
        }
        return counted.stream().map(value -> value.dividedBy(sum)).toList();
    }

    /// The parts by which money can be paid out.
    ///
    /// @throws IllegalArgumentException if there is nothing to share, or somebody would have to pay
    public List<Rational> payable(NegativeRule rule) {
        List<Rational> parts = parts(rule);
        for (Rational part : parts) {
            if (part.signum() < 0) {
                throw new IllegalArgumentException(
                        "a share is negative (%s), which no payout can be; clip it"
                                .formatted(part));
            }
        }
        return parts;
    }
}
