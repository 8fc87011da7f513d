package io.databourse.contract;

/// How many unused units of the pack that ends before it a new pack takes over, 结转.
///
/// @param units the most, where there is a limit; otherwise zero
public record Rollover(Mode mode, long units) {
    public static final Rollover NONE = new Rollover(Mode.NONE, 0);
    public static final Rollover ALL = new Rollover(Mode.ALL, 0);

    /// What becomes of unused units.
    public enum Mode {
        NONE,
        AT_MOST,
        ALL
    }

    public Rollover {
        if (units < 0 || (mode == Mode.AT_MOST) != (units > 0)) {
            throw new IllegalArgumentException("%s with %d units".formatted(mode, units));
        }
    }

    public static Rollover atMost(long units) {
        return new Rollover(Mode.AT_MOST, units);
    }

    /// The most units that are taken over.
    public long limit() {
        return switch (mode) {
            case NONE -> 0;
            case AT_MOST -> units;
            case ALL -> Long.MAX_VALUE;
        };
    }
}
