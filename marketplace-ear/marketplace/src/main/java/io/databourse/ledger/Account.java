package io.databourse.ledger;

/// One account of one ledger.
///
/// @param ledger what is counted, such as `CNY` in fen; amounts of two ledgers are never mixed
/// @param name such as `buyer_prepaid:mer_…`
/// @param normal the side on which the account grows
/// @param mayGoNegative whether it may be overdrawn; only accounts that stand for the outside world
///   may
public record Account(String ledger, String name, Side normal, boolean mayGoNegative) {
    public Account {
        if (ledger.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an account has a ledger and a name");
        }
    }

    /// The two sides of an entry, 借 and 贷.
    public enum Side {
        DEBIT,
        CREDIT
    }
}
