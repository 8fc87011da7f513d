package io.databourse.contract;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.UsageTerms;
import io.databourse.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a buyer may ask for within a listing's terms.
final class ContractRules {
    private ContractRules() {}

    static UsagePolicy policy(ContractRequest request, Order order, UsageTerms terms, Instant now) {
        checkPurposes(request, terms);
        if (request.minimumResultSize() < terms.minimumResultSize()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "A result has at least %s rows under this listing's terms.",
                    terms.minimumResultSize());
        }
        checkTerm(request, order, terms, now);
        boolean both = request.providerReceives().orElse(false);
        if (both && !terms.mayGiveResultToBoth()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "This listing's terms give results to the buyer alone.");
        }
        return new UsagePolicy(
                request.purposes(),
                terms.tasks(),
                Math.toIntExact(order.units()),
                request.notAfter(),
                terms.joinColumns(),
                terms.filterColumns(),
                terms.resultColumns(),
                both ? UsagePolicy.BOTH : PartyRole.CONSUMER.name(),
                request.minimumResultSize(),
                terms.room(),
                both ? terms.providerColumns() : List.of());
    }

    private static void checkPurposes(ContractRequest request, UsageTerms terms) {
        if (request.purposes().isEmpty()) {
            throw Refusal.of(ErrorCode.PURPOSE_NOT_ALLOWED, "A contract names a purpose.");
        }
        for (String purpose : request.purposes()) {
            if (!terms.purposes().contains(purpose)) {
                throw Refusal.of(
                        ErrorCode.PURPOSE_NOT_ALLOWED,
                        "The purpose %s is not offered; these are: %s.",
                        purpose,
                        terms.purposes());
            }
        }
    }

    private static void checkTerm(
            ContractRequest request, Order order, UsageTerms terms, Instant now) {
        Instant end = request.notAfter();
        Instant latest = now.plus(Duration.ofDays(order.validityDays()));
        if (terms.offeredUntil().isBefore(latest)) {
            latest = terms.offeredUntil();
        }
        if (!end.isAfter(now) || end.isAfter(latest)) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The contract may end between now and %s, not at %s.",
                    latest,
                    end);
        }
    }
}
