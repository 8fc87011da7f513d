package io.databourse.ledger;

/// An account that may not go negative has too little.
public final class InsufficientBalance extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long available;
    private final long asked;

    InsufficientBalance(String account, long available, long asked) {
        super(account + " has " + available + ", asked for " + asked);
        this.available = available;
        this.asked = asked;
    }

    public long available() {
        return available;
    }

    public long asked() {
        return asked;
    }
}
