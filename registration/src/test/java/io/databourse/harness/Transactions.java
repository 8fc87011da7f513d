package io.databourse.harness;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a test runs what needs a transaction: for real, or not at all.
@FunctionalInterface
public interface Transactions {
    <T extends @Nullable Object> T get(Supplier<T> work);

    default void run(Runnable work) {
        get(() -> {
            work.run();
            return "";
        });
    }

    static Transactions none() {
        return Supplier::get;
    }

    static Transactions real() {
        return TestDatabase.get()::inTransaction;
    }
}
