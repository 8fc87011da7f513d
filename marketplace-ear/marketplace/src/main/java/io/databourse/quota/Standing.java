package io.databourse.quota;

/// Whether a contract may be used, and the fence: leases of a lower epoch are void.
public record Standing(long epoch, boolean frozen) {
    static final Standing INITIAL = new Standing(1, false);
}
