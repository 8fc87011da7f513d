package io.databourse.settlement.payout;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.JpaApprovals;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.SettlementAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Payments: what became of them, and what a party still has coming.
@ApplicationScoped
@Transactional
public class PayoutService {
    private static final CurrencyCode CURRENCY = CurrencyCode.CNY;

    private final JpaPayouts store;
    private final JpaBatches batches;
    private final PayoutSteps steps;
    private final JpaApprovals approvals;
    private final MerchantService merchants;
    private final LedgerService ledger;

    @Inject
    PayoutService(
            JpaPayouts store,
            JpaBatches batches,
            PayoutSteps steps,
            JpaApprovals approvals,
            MerchantService merchants,
            LedgerService ledger) {
        this.store = store;
        this.batches = batches;
        this.steps = steps;
        this.approvals = approvals;
        this.merchants = merchants;
        this.ledger = ledger;
    }

    /// One's own, newest first; everybody's for operator and regulator.
    public Page<Payout> list(Caller caller, Optional<PayoutState> state, PageRequest page) {
        Optional<MerchantId> party =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? Optional.empty()
                        : Optional.of(merchants.requireActiveOrganisation(caller).id());
        return Page.cut(store.list(party, state, page), page, row -> row.id)
                .map(PayoutRow::toPayout);
    }

    public Payout find(Caller caller, PayoutId id) {
        return store.find(id)
                .map(PayoutRow::toPayout)
                .filter(payout -> mayRead(caller, payout))
                .orElseThrow(() -> notFound(id));
    }

    /// What the bank says by itself of an order, 回调. It may say it any number of times.
    ///
    /// @return whether it agrees with what was known; if not, nothing was booked
    public boolean told(PayoutId id, PayoutResult result) {
        return steps.record(id, result);
    }

    /// Ends a payment of which nothing is known, by an operator's word; above the threshold two
    /// operators have to say the same.
    public Payout resolve(Caller caller, PayoutId id, PayoutResolution resolution) {
        caller.require(Role.OPERATOR);
        PayoutRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (row.state != PayoutState.UNKNOWN) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s is %s.", id, row.state);
        }
        PayoutResult result = result(resolution);
        int agreed =
                approvals.approve(
                        caller, id.value(), resolution.outcome() + " " + resolution.reference());
        if (agreed >= JpaApprovals.needed(row.toPayout().amount())) {
            steps.record(id, result);
        }
        return row.toPayout();
    }

    private static PayoutResult result(PayoutResolution resolution) {
        if (resolution.reference().isBlank()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/reference", "is missing", "what the bank wrote")));
        }
        return switch (resolution.outcome()) {
            case PAID -> new PayoutResult.Paid(resolution.reference());
            case REJECTED -> new PayoutResult.Rejected(resolution.reference());
            case READY, SENDING, UNKNOWN ->
                    throw Refusal.invalid(
                            List.of(
                                    new FieldError(
                                            "/outcome",
                                            "is " + resolution.outcome(),
                                            "PAID or REJECTED")));
        };
    }

    /// Where the money of the caller's organisation is.
    public Earnings earnings(Caller caller) {
        MerchantId party = merchants.requireActiveOrganisation(caller).id();
        List<Payout> newest =
                store.list(Optional.of(party), Optional.empty(), PageRequest.first(10)).stream()
                        .map(PayoutRow::toPayout)
                        .toList();
        long onItsWay =
                newest.stream()
                        .filter(payout -> !payout.state().isEnd())
                        .mapToLong(payout -> payout.amount().minor())
                        .sum();
        return new Earnings(
                party,
                cny(sum(role -> SettlementAccounts.payable(party, role, CURRENCY))),
                cny(batches.held().getOrDefault(party, 0L)),
                cny(sum(role -> SettlementAccounts.owedBack(party, role, CURRENCY))),
                cny(onItsWay),
                newest);
    }

    private long sum(Function<PartnerRole, Account> account) {
        return Arrays.stream(PartnerRole.values())
                .mapToLong(role -> ledger.balance(account.apply(role)).posted())
                .sum();
    }

    private boolean mayRead(Caller caller, Payout payout) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .filter(own -> own.id().equals(payout.party()))
                        .isPresent();
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, CURRENCY);
    }

    private static Refusal notFound(PayoutId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no payout %s.", id);
    }
}
