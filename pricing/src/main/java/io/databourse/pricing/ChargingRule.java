package io.databourse.pricing;

/// How many units of a quota a call takes by what came of it (计次规则): a hit (查得), a miss (查无), an
/// error.
public record ChargingRule(long hit, long miss, long error) {
    /// A failed call is not charged.
    public static final ChargingRule STANDARD = new ChargingRule(1, 1, 0);

    private static final long MOST = 1_000;

    public ChargingRule {
        if (Math.min(hit, Math.min(miss, error)) < 0 || most(hit, miss, error) > MOST) {
            throw new IllegalArgumentException("a call takes 0 to " + MOST + " units");
        }
        if (most(hit, miss, error) == 0) {
            throw new IllegalArgumentException("some call takes a unit");
        }
    }

    /// What so many calls take together; calls that were undone count below zero.
    public long units(long hits, long misses, long errors) {
        return Math.addExact(
                Math.addExact(Math.multiplyExact(hits, hit), Math.multiplyExact(misses, miss)),
                Math.multiplyExact(errors, error));
    }

    private static long most(long hit, long miss, long error) {
        return Math.max(hit, Math.max(miss, error));
    }
}
