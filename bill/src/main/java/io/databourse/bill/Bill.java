package io.databourse.bill;

import java.util.List;

/// The file, as the exchange writes it. Texts that are signed or hashed are in it word for word.
///
/// @param contract the contract's document; its SM3 names the price in every receipt
/// @param supplements the documents that added units to the contract, the oldest first
/// @param from the first day that is billed, in Shanghai
/// @param to the last day that is billed
/// @param lines in the order in which they were charged
/// @param batches with the receipts of all calls that the lines are for
/// @param summary what the exchange signed of the bill itself, JSON
/// @param signature SM2-with-SM3 over the summary, base64
/// @param signerCertificate PEM
record Bill(
        String type,
        String contract,
        List<String> supplements,
        String from,
        String to,
        List<BillLine> lines,
        List<BillBatch> batches,
        String summary,
        String signature,
        String signerCertificate) {}
