package io.databourse.contract;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.UsageTerms;
import io.databourse.order.Order;
import java.time.Duration;
import java.time.Instant;

/// What may be added to a contract.
final class SupplementRules {
    private SupplementRules() {}

    static void check(
            Contract contract, Order order, UsageTerms terms, Instant validUntil, Instant now) {
        checkPack(contract, order);
        checkEnd(contract, order, terms, validUntil, now);
    }

    static void requireRunning(Contract contract) {
        if (contract.state() != ContractState.ACTIVE) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The contract is %s.", contract.state());
        }
        if (contract.expired()) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_EXPIRED, "The contract ended at %s.", contract.end());
        }
    }

    private static void checkPack(Contract contract, Order order) {
        if (!order.productId().equals(contract.productId())
                || !order.provider().equals(contract.provider())) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The contract is about %s: nothing else can be added.",
                    contract.productName());
        }
        if (contract.charging().payAsYouGo().isPresent()
                || order.charging().payAsYouGo().isPresent()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "Only packs are added, to contracts of packs; use that is paid as it comes"
                            + " has a cap of its own.");
        }
        if (!order.charging().equals(contract.charging())) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The listing counts calls in another way by now than the contract does.");
        }
        if (contract.totalUnits() > Integer.MAX_VALUE - order.units()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "A contract has at most %s units.",
                    Integer.MAX_VALUE);
        }
    }

    /// Packs end in the order in which they were bought, so that the first is used and charged
    /// first, by every reckoning.
    private static void checkEnd(
            Contract contract, Order order, UsageTerms terms, Instant validUntil, Instant now) {
        Instant latest = now.plus(Duration.ofDays(order.validityDays()));
        if (terms.offeredUntil().isBefore(latest)) {
            latest = terms.offeredUntil();
        }
        if (validUntil.isBefore(contract.end()) || validUntil.isAfter(latest)) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The added units may end between %s, when the contract does, and %s, not at"
                            + " %s.",
                    contract.end(),
                    latest,
                    validUntil);
        }
    }
}
