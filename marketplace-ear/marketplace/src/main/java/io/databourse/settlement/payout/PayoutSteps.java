package io.databourse.settlement.payout;

import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.settlement.Flow;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.SettlementAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of a payment, a transaction each; between them the bank is asked. Whatever is told
/// twice, or by two at once, is booked once.
@ApplicationScoped
@Transactional
public class PayoutSteps {
    /// After this an order that is still SENDING was left by an instance that is gone.
    private static final Duration LEFT = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;

    private final JpaPayouts store;
    private final LedgerService ledger;
    private final Event<PayoutEvent> events;
    private final Clock clock;

    @Inject
    PayoutSteps(JpaPayouts store, LedgerService ledger, Event<PayoutEvent> events, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Orders that the bank was not asked about yet.
    List<PayoutId> ready() {
        return store.in(PayoutState.READY, clock.instant(), AT_ONCE);
    }

    /// Orders of which it is not known what became of them, asked about not too lately.
    List<PayoutId> unknown() {
        Instant before = clock.instant().minus(LEFT);
        List<PayoutId> all = new ArrayList<>(store.in(PayoutState.SENDING, before, AT_ONCE));
        all.addAll(store.in(PayoutState.UNKNOWN, before, AT_ONCE));
        return all;
    }

    /// Writes down that the bank is about to be asked; from here on the order may be paid.
    Optional<Payout> send(PayoutId id) {
        return store.lock(id)
                .filter(row -> row.state == PayoutState.READY)
                .map(row -> {
                    row.attempts++;
                    change(row, PayoutState.SENDING, "asking the bank");
                    return row.toPayout();
                });
    }

    /// An order that needs an inquiry.
    Optional<Payout> doubt(PayoutId id) {
        return store.lock(id)
                .filter(row -> row.state == PayoutState.SENDING || row.state == PayoutState.UNKNOWN)
                .map(row -> {
                    if (row.state == PayoutState.SENDING) {
                        change(row, PayoutState.UNKNOWN, "left while sending");
                    }
                    row.changedAt = clock.instant();
                    return row.toPayout();
                });
    }

    /// Books what the bank has said. What contradicts an earlier word is told of, and not booked.
    ///
    /// @return whether it agrees with what was known
    boolean record(PayoutId id, PayoutResult result) {
        PayoutRow row =
                store.lock(id)
                        .orElseThrow(() -> new IllegalArgumentException("no such payout: " + id));
        return switch (result) {
            case PayoutResult.Paid(String reference) -> end(row, PayoutState.PAID, reference);
            case PayoutResult.Rejected(String reason) -> end(row, PayoutState.REJECTED, reason);
            case PayoutResult.Unknown(String detail) -> {
                if (row.state == PayoutState.SENDING) {
                    change(row, PayoutState.UNKNOWN, detail);
                }
                yield true;
            }
            case PayoutResult.NotReceived() -> {
                if (row.state == PayoutState.UNKNOWN) {
                    change(row, PayoutState.READY, "the bank has not received it");
                }
                yield true;
            }
        };
    }

    private boolean end(PayoutRow row, PayoutState state, String word) {
        if (row.state.isEnd()) {
            return agrees(row, state, word);
        }
        if (row.attempts == 0) {
            throw new IllegalStateException(row.id + " was never sent");
        }
        book(row, state);
        if (state == PayoutState.PAID) {
            row.reference = word;
        }
        change(row, state, word);
        return true;
    }

    private boolean agrees(PayoutRow row, PayoutState state, String word) {
        if (row.state == state) {
            return true;
        }
        events.fire(
                new PayoutEvent.Contradicted(
                        new PayoutId(row.id),
                        new BatchId(row.batchId),
                        new MerchantId(row.party),
                        row.state,
                        state + ": " + word,
                        clock.instant()));
        return false;
    }

    private void book(PayoutRow row, PayoutState state) {
        List<Flow> from =
                List.of(new Flow(SettlementAccounts.payoutClearing(row.currency), row.amount));
        List<Flow> to =
                state == PayoutState.PAID
                        ? List.of(new Flow(SettlementAccounts.cash(row.currency), row.amount))
                        : payables(row);
        ledger.postNow(
                new TransferRequest(
                        "payout:" + row.id + ":" + state,
                        Flow.legs(from, to),
                        "PAYOUT_" + state,
                        row.id));
    }

    private List<Flow> payables(PayoutRow row) {
        Map<PartnerRole, Long> parts = store.parts(row);
        List<Flow> flows = new ArrayList<>();
        parts.forEach((role, amount) ->
                flows.add(
                        new Flow(
                                SettlementAccounts.payable(
                                        new MerchantId(row.party), role, row.currency),
                                amount)));
        return flows;
    }

    private void change(PayoutRow row, PayoutState state, String detail) {
        row.state = state;
        row.detail = detail;
        row.changedAt = clock.instant();
        events.fire(
                new PayoutEvent.Changed(
                        new PayoutId(row.id),
                        new BatchId(row.batchId),
                        new MerchantId(row.party),
                        Money.ofMinor(row.amount, row.currency),
                        state,
                        detail,
                        row.changedAt));
    }
}
