package io.databourse.evidence;

import java.time.Instant;

/// The log at one moment, 检查点, signed by the exchange.
///
/// @param rootHash of the tree, `sha256:` and hex
/// @param text what is signed: origin, tree size and root in base64, a line each (C2SP
///   tlog-checkpoint), then the time
/// @param signature SM2-with-SM3 over the text, base64
/// @param signerCertificate PEM
public record Checkpoint(
        String origin,
        long treeSize,
        String rootHash,
        Instant at,
        String text,
        String signature,
        String signerCertificate) {}
