package io.databourse.contract;

import io.databourse.order.QuoteId;
import java.time.Instant;

/// What the buyer wants to add to a contract: the pack of a quote for the same product.
///
/// @param validUntil not before the contract ends
public record SupplementRequest(QuoteId quoteId, Instant validUntil, Rollover rollover) {}
