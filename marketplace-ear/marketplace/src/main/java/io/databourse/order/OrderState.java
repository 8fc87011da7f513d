package io.databourse.order;

/// A placed order holds the buyer's money. It becomes a contract, or is cancelled and lets go.
public enum OrderState {
    PLACED,
    CONTRACTED,
    CANCELLED
}
