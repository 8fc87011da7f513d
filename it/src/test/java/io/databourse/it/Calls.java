package io.databourse.it;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Calls as a provider's gateway reports them.
final class Calls {
    private static final int VERSION_7 = 0x7000;

    private Calls() {}

    static Map<String, Object> call(String contract, String outcome, Instant at) {
        return Map.of(
                "id",
                newId(),
                "source",
                "gate-1",
                "contractId",
                contract,
                "outcome",
                outcome,
                "rows",
                1,
                "at",
                at.toString());
    }

    /// A UUID of version 7: the time, then chance.
    private static UUID newId() {
        UUID chance = UUID.randomUUID();
        long time = System.currentTimeMillis() << Short.SIZE;
        return new UUID(
                time | VERSION_7 | (chance.getMostSignificantBits() & 0xFFF),
                chance.getLeastSignificantBits());
    }
}
