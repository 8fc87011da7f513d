package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.crypto.Digest;
import io.databourse.ledger.BatchOutcome;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferId;
import io.databourse.ledger.TransferRequest;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Books charges: in the ledger, in the month they belong to, for all to hear.
@ApplicationScoped
class ChargeBook {
    private final JpaCharges charges;
    private final JpaBooks books;
    private final LedgerService ledger;
    private final Event<SettlementEvent> events;

    @Inject
    ChargeBook(
            JpaCharges charges,
            JpaBooks books,
            LedgerService ledger,
            Event<SettlementEvent> events) {
        this.charges = charges;
        this.books = books;
        this.ledger = ledger;
        this.events = events;
    }

    List<Charge> post(List<ChargeDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Optional<YearMonth> lastCut = books.keepOpen();
        Map<String, TransferId> transfers = move(drafts);
        List<Charge> booked =
                drafts.stream().map(draft -> charge(draft, lastCut, transfers)).toList();
        charges.insert(booked);
        tell(booked);
        return booked;
    }

    /// Charges go together; what gives money back goes one by one, as it depends on what is there.
    private Map<String, TransferId> move(List<ChargeDraft> drafts) {
        List<TransferRequest> together = new ArrayList<>();
        List<ChargeDraft> apart = new ArrayList<>();
        for (ChargeDraft draft : drafts) {
            if (draft.shares().gross().isNegative()) {
                apart.add(draft);
            } else if (draft.shares().gross().isPositive()) {
                together.add(request(draft));
            }
        }
        List<BatchOutcome> outcomes = ledger.postAll(together);
        for (int i = 0; i < together.size(); i++) {
            if (outcomes.get(i) != BatchOutcome.POSTED) {
                throw new IllegalStateException(together.get(i).key() + " is " + outcomes.get(i));
            }
        }
        apart.forEach(draft -> ledger.postNow(request(draft)));
        return charges.transfers(drafts.stream().map(ChargeDraft::key).toList());
    }

    private static TransferRequest request(ChargeDraft draft) {
        return new TransferRequest(
                draft.key(), draft.legs().get(), draft.reason(), draft.subject());
    }

    /// Charges of calls are told of by the batch: there may be thousands a second.
    private void tell(List<Charge> booked) {
        Map<Long, List<Charge>> calls = new TreeMap<>();
        for (Charge charge : booked) {
            charge.calls()
                    .ifPresentOrElse(
                            part ->
                                    calls.computeIfAbsent(part.batch(), _ -> new ArrayList<>())
                                            .add(charge),
                            () -> events.fire(new SettlementEvent.Recognised(charge)));
        }
        calls.forEach((batch, charged) -> events.fire(summary(batch, charged)));
    }

    private static SettlementEvent summary(long batch, List<Charge> charged) {
        String lines =
                charged.stream()
                        .sorted(Comparator.comparing(charge -> charge.id().value()))
                        .map(ChargeBook::line)
                        .collect(Collectors.joining("\n"));
        Money gross = charged.stream().map(Charge::gross).reduce(Money::add).orElseThrow();
        return new SettlementEvent.CallsRecognised(
                batch,
                charged.size(),
                gross,
                Digest.sha256(lines).toString(),
                charged.getFirst().at());
    }

    private static String line(Charge charge) {
        return "%s %d %d %d %d %d"
                .formatted(
                        charge.id(),
                        charge.gross().minor(),
                        charge.merchantShare().minor(),
                        charge.partnerShare().minor(),
                        charge.commissionNet().minor(),
                        charge.vat().minor());
    }

    private static Charge charge(
            ChargeDraft draft, Optional<YearMonth> lastCut, Map<String, TransferId> transfers) {
        ChargeSource source = draft.source();
        Contract contract = draft.contract();
        Shares shares = draft.shares();
        return new Charge(
                source.id(),
                source.kind(),
                source.at(),
                source.day(),
                JpaBooks.periodOf(source.day(), lastCut),
                source.original(),
                source.jobId(),
                source.calls(),
                contract.id(),
                contract.productName(),
                contract.consumer(),
                contract.provider(),
                source.units(),
                shares.gross(),
                shares.merchant(),
                shares.partnerTotal(),
                shares.feeNet(),
                shares.feeVat(),
                shares.partners(),
                Optional.ofNullable(transfers.get(draft.key())));
    }
}
