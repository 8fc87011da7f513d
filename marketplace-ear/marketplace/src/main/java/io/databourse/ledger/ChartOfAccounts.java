package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import java.util.Locale;

/// The chart of accounts, 会计科目表: each kind of account there is, the side on which it grows, and
/// whether it may be overdrawn. Only the two that stand for the outside world may; what somebody
/// owes the exchange stands in an account of its own, on the other side.
///
/// An account is named after its kind and, if each owner has one, the owner.
public enum ChartOfAccounts {
    /// What the bank holds for the exchange; the bank is simulated, as the name says.
    CASH_SIMULATED(Side.DEBIT, true),
    /// Given to the bank, not yet known to have arrived.
    PAYOUT_CLEARING(Side.CREDIT, false),
    /// A buyer's own money.
    BUYER_PREPAID(Side.CREDIT, false),
    /// Of a buyer's signed contracts, not yet earned.
    BUYER_RESERVED(Side.CREDIT, false),
    /// What a buyer has used beyond the price of its contract.
    BUYER_RECEIVABLE(Side.DEBIT, false),
    MERCHANT_PAYABLE(Side.CREDIT, false),
    ALGORITHM_PAYABLE(Side.CREDIT, false),
    CHANNEL_PAYABLE(Side.CREDIT, false),
    /// What a party owes back that had been paid out already; named after its payable account.
    RECEIVABLE(Side.DEBIT, false),
    EXCHANGE_FEE_REVENUE(Side.CREDIT, false),
    VAT_PAYABLE(Side.CREDIT, false),
    /// Money in dispute, each dispute apart.
    DISPUTE_HOLD(Side.CREDIT, false),
    /// Value that has expired unused.
    BREAKAGE(Side.CREDIT, false),
    /// Stays empty: amounts are split without a rest. It is in the chart so that the audit can say
    /// so.
    ROUNDING(Side.CREDIT, false),
    /// Units that were granted; they come from nowhere else.
    ISSUED(Side.DEBIT, true),
    /// Units of a pack that nobody has leased, held or used.
    UNUSED(Side.CREDIT, false),
    LEASED(Side.CREDIT, false),
    USED(Side.CREDIT, false),
    /// Units whose time was over before they were used.
    EXPIRED(Side.CREDIT, false);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Side normal;
    private final boolean mayGoNegative;

    ChartOfAccounts(Side normal, boolean mayGoNegative) {
        this.normal = normal;
        this.mayGoNegative = mayGoNegative;
    }

    /// The one account of this kind in a ledger.
    public Account in(String ledger) {
        return new Account(ledger, label, normal, mayGoNegative);
    }

    /// The owner's account of this kind.
    public Account in(String ledger, String owner) {
        return new Account(ledger, nameOf(owner), normal, mayGoNegative);
    }

    /// The account of this kind with a name that [#nameOf] has given.
    public Account named(String ledger, String name) {
        if (!name.startsWith(nameOf(""))) {
            throw new IllegalArgumentException(name + " is not " + label);
        }
        return new Account(ledger, name, normal, mayGoNegative);
    }

    /// What the owner's account of this kind is called in every ledger.
    public String nameOf(String owner) {
        return label + ":" + owner;
    }
}
