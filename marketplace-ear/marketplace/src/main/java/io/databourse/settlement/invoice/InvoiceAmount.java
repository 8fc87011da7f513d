package io.databourse.settlement.invoice;

import io.databourse.money.Money;
import io.databourse.money.Rational;

/// What an invoice is over.
record InvoiceAmount(Money net, Money vat) {
    /// What merchants sell is taxed as an information service, at this rate, in hundredths of a
    /// percent; the system property `bourse.settlement.sales-vat` sets another.
    private static final String RATE = "600";

    Money gross() {
        return net.add(vat);
    }

    /// The net is the gross less the VAT that it contains, rounded half up.
    static InvoiceAmount ofSale(Money gross) {
        Rational rate =
                Rational.ofBasisPoints(
                        Long.parseLong(System.getProperty("bourse.settlement.sales-vat", RATE)));
        Money net = gross.times(Rational.ONE.dividedBy(Rational.ONE.plus(rate)));
        return new InvoiceAmount(net, gross.subtract(net));
    }
}
