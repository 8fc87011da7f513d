package io.databourse.algorithm;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

/// An algorithm of a buyer, with its versions, the newest first.
public record Algorithm(
        AlgorithmId id,
        MerchantId owner,
        String name,
        String description,
        Instant createdAt,
        List<AlgorithmVersion> versions) {
    public Algorithm {
        versions = List.copyOf(versions);
    }
}
