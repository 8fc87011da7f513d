package io.databourse.order;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.ledger.Account;
import io.databourse.ledger.ChartOfAccounts;
import io.databourse.ledger.InsufficientBalance;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.Transfer;
import io.databourse.ledger.TransferId;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import io.databourse.ledger.TransferState;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// A buyer's money in the ledger: prepaid, and reserved for what was ordered.
@ApplicationScoped
class PrepaidMoney {
    /// A top-up without a bank: the demo's stand-in for a payment.
    static final String SIMULATED_PAYMENT = "SIMULATED_PAYMENT";

    static final String ORDER = "ORDER";

    private final LedgerService ledger;

    @Inject
    PrepaidMoney(LedgerService ledger) {
        this.ledger = ledger;
    }

    static Account prepaid(MerchantId buyer, CurrencyCode currency) {
        return ChartOfAccounts.BUYER_PREPAID.in(currency.name(), buyer.value());
    }

    /// Money of signed contracts that is not yet earned; the settlement stage draws on it.
    static Account reserved(MerchantId buyer, CurrencyCode currency) {
        return ChartOfAccounts.BUYER_RESERVED.in(currency.name(), buyer.value());
    }

    private static Account cash(CurrencyCode currency) {
        return ChartOfAccounts.CASH_SIMULATED.in(currency.name());
    }

    /// Sets the money aside until then; it is still the buyer's.
    TransferId reserve(MerchantId buyer, Money amount, OrderId order, Instant until) {
        Account from = prepaid(buyer, amount.currency());
        Account to = reserved(buyer, amount.currency());
        try {
            return ledger.pending(
                    new TransferRequest(
                            key(order),
                            List.of(new Leg(from, to, amount.minor())),
                            ORDER,
                            order.value()),
                    until);
        } catch (InsufficientBalance e) {
            Money missing = Money.ofMinor(e.asked() - e.available(), amount.currency());
            throw Refusal.of(
                    ErrorCode.INSUFFICIENT_FUNDS,
                    "This costs %s; %s is missing. Top up the wallet first.",
                    amount,
                    missing);
        }
    }

    void bind(TransferId reservation) {
        ledger.post(reservation);
    }

    /// Frees the money, unless the ledger has done so because its time was over.
    void release(OrderId order) {
        Transfer held = ledger.find(key(order)).orElseThrow();
        if (held.state() != TransferState.EXPIRED && !ledger.expire(held.id())) {
            ledger.voidPending(held.id());
        }
    }

    private static String key(OrderId order) {
        return "order:" + order.value();
    }

    TransferId topUp(MerchantId owner, Money amount, String key) {
        return ledger.postNow(
                new TransferRequest(
                        "top-up:" + key,
                        List.of(
                                new Leg(
                                        cash(amount.currency()),
                                        prepaid(owner, amount.currency()),
                                        amount.minor())),
                        SIMULATED_PAYMENT,
                        owner.value()));
    }
}
