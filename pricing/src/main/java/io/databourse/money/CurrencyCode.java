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

    /// How many minor units make one major unit: 100 fen are one yuan.
    Rational minorPerMajor() {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        return Rational.of(scale);
    }
}
