package io.databourse.node.masking;

import io.databourse.protection.mask.DynamicMask;

/// What somebody sees of a result.
public sealed interface View {
    /// All of it, as it was delivered.
    record Full() implements View {}

    /// Tables with masked values, and no other file.
    record Masked(DynamicMask.Policy policy) implements View {
        /// What is seen without a role.
        public static final Masked BY_LOOK = new Masked(DynamicMask.Policy.NONE);
    }

    default boolean isFull() {
        return switch (this) {
            case Full _ -> true;
            case Masked _ -> false;
        };
    }
}
