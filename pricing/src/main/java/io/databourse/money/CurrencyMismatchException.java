package io.databourse.money;

/// Two amounts of different currencies met in one sum.
public final class CurrencyMismatchException extends IllegalArgumentException {
    CurrencyMismatchException(CurrencyCode one, CurrencyCode other) {
        super(one + " and " + other + " do not add up");
    }
}
