package io.databourse.money;

/// The currencies the exchange trades in (ISO 4217), with the digits of their minor unit.
public enum CurrencyCode {
    CNY(2);

    private final int digits;

    CurrencyCode(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
