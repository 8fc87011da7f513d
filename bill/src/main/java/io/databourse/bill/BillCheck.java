package io.databourse.bill;

import io.databourse.crypto.CryptoException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Recomputes a whole bill from its receipts. It asks nobody: what it believes is the contract's
/// price, and the exchange's signatures.
public final class BillCheck {
    private BillCheck() {}

    /// @param file the bill's JSON
    /// @param trusted the certificate of the exchange's signer or of its root; if empty, the one in
    ///   the file is believed
    public static BillVerdict check(String file, Optional<X509Certificate> trusted) {
        Findings findings = new Findings();
        try {
            Bill bill = BillReader.bill(file);
            BillSummary summary = BillReader.summary(bill.summary());
            SealCheck seal = new SealCheck(findings, bill);
            seal.signer(trusted, Instant.parse(summary.at()));
            seal.summary(bill);
            AmountCheck amounts = new AmountCheck(findings, bill, summary);
            amounts.contract();
            seal.batches(bill.batches());
            CountCheck count = new CountCheck(findings, bill, summary);
            List<Receipt> receipts = count.receipts();
            count.lines(receipts);
            amounts.lines();
            amounts.total();
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | CryptoException e) {
            findings.bad("the file cannot be read: %s", String.valueOf(e.getMessage()));
        }
        return findings.verdict();
    }
}
