package io.databourse.rest;

import io.databourse.rest.wire.Inputs;
import java.util.function.Supplier;

/// Runs a calculator on a body that was read, and refuses what no single field shows: two
/// currencies, a utility that is missing, a sum beyond all bounds.
final class Calculation {
    private Calculation() {}

    static <T> T of(Supplier<T> calculator) {
        try {
            return calculator.get();
        } catch (IllegalArgumentException wrong) {
            throw Inputs.invalid("", String.valueOf(wrong.getMessage()), "");
        } catch (ArithmeticException overflow) {
            throw Inputs.invalid("", "an amount is too large", "");
        }
    }
}
