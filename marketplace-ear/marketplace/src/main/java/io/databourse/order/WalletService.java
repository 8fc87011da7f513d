package io.databourse.order;

import io.databourse.call.Caller;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.crypto.Ids;
import io.databourse.ledger.Account;
import io.databourse.ledger.Balance;
import io.databourse.ledger.Entry;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Prepaid money of organisations.
@ApplicationScoped
@Transactional
public class WalletService {
    private static final int ENTRIES_SHOWN = 100;
    private static final Money MOST = Money.cny("100000000.00");

    private final LedgerService ledger;
    private final PrepaidMoney money;
    private final MerchantService merchants;
    private final Event<OrderEvent> events;
    private final Clock clock;

    @Inject
    WalletService(
            LedgerService ledger,
            PrepaidMoney money,
            MerchantService merchants,
            Event<OrderEvent> events,
            Clock clock) {
        this.ledger = ledger;
        this.money = money;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    public Wallet view(Caller caller) {
        return wallet(merchants.requireActiveOrganisation(caller).id());
    }

    /// What the caller's organisation had at a moment, from the ledger's entries.
    public PastBalance balanceAt(Caller caller, Instant at) {
        MerchantId owner = merchants.requireActiveOrganisation(caller).id();
        return new PastBalance(
                at,
                cny(ledger.balanceAt(PrepaidMoney.prepaid(owner, CurrencyCode.CNY), at)),
                cny(ledger.balanceAt(PrepaidMoney.reserved(owner, CurrencyCode.CNY), at)));
    }

    /// The movements of the caller's organisation's prepaid money, newest first.
    public Page<WalletEntry> entries(Caller caller, PageRequest page) {
        Account prepaid =
                PrepaidMoney.prepaid(
                        merchants.requireActiveOrganisation(caller).id(), CurrencyCode.CNY);
        long before = page.after().map(WalletService::number).orElse(Long.MAX_VALUE);
        List<Entry> found = ledger.entries(prepaid, before, page.limit() + 1);
        return Page.cut(found, page, entry -> Long.toString(entry.number()))
                .map(WalletService::entry);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    List.of(new FieldError("/after", "is not a cursor", "what next said")));
        }
    }

    /// Pays in. No bank is connected: the payment is simulated and says so.
    public Wallet topUp(Caller caller, Money amount) {
        caller.require(Role.BUYER);
        Merchant owner = merchants.requireActiveOrganisation(caller);
        if (!amount.isPositive() || amount.compareTo(MOST) > 0) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/amount", amount.toString(), "more than zero, to " + MOST)));
        }
        TransferId transfer = money.topUp(owner.id(), amount, Ids.next("top_"));
        events.fire(new OrderEvent.ToppedUp(owner.id(), amount, transfer, clock.instant()));
        return wallet(owner.id());
    }

    private Wallet wallet(MerchantId owner) {
        Account prepaid = PrepaidMoney.prepaid(owner, CurrencyCode.CNY);
        Account reserved = PrepaidMoney.reserved(owner, CurrencyCode.CNY);
        Balance own = ledger.balance(prepaid);
        List<WalletEntry> entries =
                ledger.entries(prepaid, Long.MAX_VALUE, ENTRIES_SHOWN).stream()
                        .map(WalletService::entry)
                        .toList();
        return new Wallet(
                cny(own.available()),
                cny(Math.addExact(own.held(), ledger.balance(reserved).available())),
                entries);
    }

    private static WalletEntry entry(Entry entry) {
        return new WalletEntry(
                entry.at(),
                entry.reason(),
                cny(Math.subtractExact(entry.credit(), entry.debit())),
                cny(entry.balanceAfter()),
                entry.subjectId());
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, CurrencyCode.CNY);
    }
}
