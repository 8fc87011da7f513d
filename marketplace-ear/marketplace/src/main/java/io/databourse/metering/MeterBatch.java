package io.databourse.metering;

import java.time.Instant;

/// Calls that were made durable together.
///
/// @param id counts the batches of the exchange
/// @param root the root of the RFC 6962 tree of the calls' receipts, as `sha256:…`
/// @param statement the JSON text that names the root and the size
/// @param signature SM2-with-SM3 of the exchange's signer over the statement, base64
public record MeterBatch(
        long id, int calls, String root, String statement, String signature, Instant at) {}
