package io.databourse.settlement.bill;

import io.databourse.metering.ProvenCalls;
import java.util.List;

/// A contract's bill, 账单, with the receipts of its calls: who has it and the exchange's certificate
/// recomputes every amount, offline. `docs/verify-a-bill.md` says how.
///
/// @param contract the contract's document, as it was signed; its SM3 stands in each receipt
/// @param supplements the documents that added units to it, the oldest first
/// @param from the first day that is billed
/// @param to the last day that is billed
/// @param lines in the order in which they were charged
/// @param summary JSON text of what is signed
/// @param signature SM2-with-SM3 of the exchange's signer over the summary, base64
/// @param signerCertificate PEM
public record Bill(
        String type,
        String contract,
        List<String> supplements,
        String from,
        String to,
        List<BillLine> lines,
        List<ProvenCalls> batches,
        String summary,
        String signature,
        String signerCertificate) {
    public Bill {
        supplements = List.copyOf(supplements);
        lines = List.copyOf(lines);
        batches = List.copyOf(batches);
    }
}
