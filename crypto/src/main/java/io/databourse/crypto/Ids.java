package io.databourse.crypto;

import java.util.HexFormat;
import java.util.UUID;

/// Ids as they stand in addresses, tables and documents: a prefix that tells the kind, then a
/// version 7 UUID in 32 hex digits, such as `prd_0193…`.
public final class Ids {
    /// One for the process: ids of one kind must grow whoever asks.
    private static final Uuid7 GENERATOR = new Uuid7();

    private Ids() {}

    public static String next(String prefix) {
        UUID id = GENERATOR.next();
        HexFormat hex = HexFormat.of();
        return prefix
                + hex.toHexDigits(id.getMostSignificantBits())
                + hex.toHexDigits(id.getLeastSignificantBits());
    }
}
