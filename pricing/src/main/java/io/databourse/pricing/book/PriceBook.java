package io.databourse.pricing.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The prices of one product over time (价目). Versions are only added: what was asked once stays
/// known, and each use is priced by the version in force when it happened.
public record PriceBook(List<PriceVersion> versions) {
    public PriceBook {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a price book has a version");
        }
        for (int i = 0; i < versions.size(); i++) {
            requireSuccession(versions, i);
        }
    }

    /// The book with one more version, later than all others.
    public PriceBook with(PriceVersion next) {
        List<PriceVersion> all = new ArrayList<>(versions);
        all.add(next);
        return new PriceBook(all);
    }

    /// The version in force at the moment of a use; empty before the first.
    public Optional<PriceVersion> inForceAt(Instant moment) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(moment))
                .findFirst();
    }

    private static void requireSuccession(List<PriceVersion> versions, int i) {
        PriceVersion version = versions.get(i);
        if (version.number() != i + 1) {
            throw new IllegalArgumentException("version " + (i + 1) + " is missing");
        }
        if (i == 0) {
            return;
        }
        PriceVersion earlier = versions.get(i - 1);
        if (!version.effectiveFrom().isAfter(earlier.effectiveFrom())) {
            throw new IllegalArgumentException(
                    "version %d is not later than the one before".formatted(i + 1));
        }
        if (version.currency() != earlier.currency()) {
            throw new IllegalArgumentException("the currency of a book does not change");
        }
    }
}
