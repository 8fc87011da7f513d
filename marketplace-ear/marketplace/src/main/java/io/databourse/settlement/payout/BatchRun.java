package io.databourse.settlement.payout;

import io.databourse.call.Caller;
import io.databourse.crypto.Digest;
import io.databourse.ledger.BatchOutcome;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.Flow;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.SettlementSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes one batch, in one transaction: nets, books, orders the payments, writes the file, and
/// checks in the ledger that the sums are right.
@ApplicationScoped
class BatchRun {
    private static final CurrencyCode CURRENCY = CurrencyCode.CNY;

    private final JpaBatches store;
    private final JpaPayouts payouts;
    private final LedgerService ledger;
    private final MerchantService merchants;

    @Inject
    BatchRun(
            JpaBatches store, JpaPayouts payouts, LedgerService ledger, MerchantService merchants) {
        this.store = store;
        this.payouts = payouts;
        this.ledger = ledger;
        this.merchants = merchants;
    }

    SettlementBatch make(BatchId id, LocalDate date, LocalDate cutoff, Instant now) {
        List<Netting> nettings = net(cutoff);
        book(nettings.stream().flatMap(netting -> transfer(id, netting).stream()).toList());
        List<BatchItem> items = nettings.stream().map(Netting::item).toList();
        byte[] export = BatchExport.of(id, date, items);
        SettlementBatch batch =
                new SettlementBatch(
                        id,
                        date,
                        cutoff,
                        items.size(),
                        sum(items, BatchItem::due),
                        sum(items, BatchItem::paid),
                        sum(items, BatchItem::held),
                        sum(items, BatchItem::carried),
                        Digest.sha256(export).toString(),
                        now);
        store.insert(batch, items, export);
        nettings.forEach(netting -> order(id, netting, now));
        requireCarried(items, cutoff);
        return batch;
    }

    private List<Netting> net(LocalDate cutoff) {
        Map<MerchantId, Long> held = store.held();
        Set<MerchantId> open = payouts.open();
        Map<String, List<Position>> positions =
                store.positions(cutoff).stream()
                        .collect(
                                Collectors.groupingBy(
                                        position -> position.party().value(),
                                        TreeMap::new,
                                        Collectors.toList()));
        held.keySet().forEach(party -> positions.putIfAbsent(party.value(), List.of()));
        Money least = SettlementSettings.current().leastPayout();
        List<Netting> nettings = new ArrayList<>();
        positions.forEach((name, all) -> {
            MerchantId party = new MerchantId(name);
            nettings.add(
                    Netting.of(
                            merchants.find(Caller.system(), party),
                            all,
                            held.getOrDefault(party, 0L),
                            open.contains(party),
                            least));
        });
        return nettings;
    }

    /// What is owed is collected first; what is paid goes to clearing, until the bank has answered.
    private static Optional<TransferRequest> transfer(BatchId id, Netting netting) {
        List<Flow> from = new ArrayList<>();
        List<Flow> to = new ArrayList<>();
        boolean pays = netting.item().paid().isPositive();
        for (Position position : netting.positions()) {
            MerchantId party = position.party();
            PartnerRole role = position.role();
            long paid = pays ? position.available() : 0;
            from.add(
                    new Flow(
                            SettlementAccounts.payable(party, role, CURRENCY),
                            position.collectable() + paid));
            to.add(
                    new Flow(
                            SettlementAccounts.owedBack(party, role, CURRENCY),
                            position.collectable()));
            to.add(new Flow(SettlementAccounts.payoutClearing(CURRENCY), paid));
        }
        var legs = Flow.legs(from, to);
        return legs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TransferRequest(
                                "settlement:" + id + ":" + netting.item().party(),
                                legs,
                                "SETTLEMENT",
                                id.value()));
    }

    private void book(List<TransferRequest> transfers) {
        List<BatchOutcome> outcomes = ledger.postAll(transfers);
        for (int i = 0; i < transfers.size(); i++) {
            if (outcomes.get(i) != BatchOutcome.POSTED) {
                throw new IllegalStateException(transfers.get(i).key() + " is " + outcomes.get(i));
            }
        }
    }

    private void order(BatchId batch, Netting netting, Instant now) {
        BatchItem item = netting.item();
        if (!item.paid().isPositive()) {
            return;
        }
        PayoutRow row = new PayoutRow();
        row.id = PayoutId.of(batch, item.party()).value();
        row.batchId = batch.value();
        row.party = item.party().value();
        row.name = item.name();
        row.creditCode = item.creditCode();
        row.currency = item.paid().currency();
        row.amount = item.paid().minor();
        row.createdAt = now;
        row.changedAt = now;
        Map<PartnerRole, Long> parts = new EnumMap<>(PartnerRole.class);
        for (Position position : netting.positions()) {
            if (position.available() > 0) {
                parts.put(position.role(), position.available());
            }
        }
        payouts.insert(row, parts);
    }

    /// What the ledger still owes each party for the days that were due is what was carried, or
    /// more if late charges came in meanwhile.
    private void requireCarried(List<BatchItem> items, LocalDate cutoff) {
        Map<MerchantId, Long> left = new HashMap<>();
        for (Position position : store.positions(cutoff)) {
            left.merge(
                    position.party(),
                    position.payable() - position.notYetDue() - position.owed(),
                    Long::sum);
        }
        for (BatchItem item : items) {
            if (left.getOrDefault(item.party(), 0L) < item.carried().minor()) {
                throw new IllegalStateException("the ledger does not carry " + item);
            }
        }
    }

    private static Money sum(List<BatchItem> items, Function<BatchItem, Money> part) {
        return items.stream().map(part).reduce(Money.zero(CURRENCY), Money::add);
    }
}
