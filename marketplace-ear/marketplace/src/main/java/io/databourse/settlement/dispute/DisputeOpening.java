package io.databourse.settlement.dispute;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.CallSlices;
import io.databourse.money.Money;
import io.databourse.money.Split;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.JpaApprovals;
import io.databourse.settlement.Refunding;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.SettlementSettings;
import io.databourse.settlement.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has to be right before a dispute begins, and how it begins.
@ApplicationScoped
class DisputeOpening {
    private static final int MOST_CHARGES = 1_000;
    private static final int MOST_EVIDENCE = 500;

    private final JpaDisputes store;
    private final Refunding refunding;
    private final DisputeMoney money;
    private final ContractService contracts;
    private final EvidenceFinder evidence;
    private final CallSlices slices;
    private final Clock clock;

    @Inject
    DisputeOpening(
            JpaDisputes store,
            Refunding refunding,
            DisputeMoney money,
            ContractService contracts,
            EvidenceFinder evidence,
            CallSlices slices,
            Clock clock) {
        this.store = store;
        this.refunding = refunding;
        this.money = money;
        this.contracts = contracts;
        this.evidence = evidence;
        this.slices = slices;
        this.clock = clock;
    }

    Dispute open(MerchantId buyer, DisputeRequest request) {
        String reason = RefundService.reason(request.reason());
        List<Charge> charges = charges(buyer, request);
        List<Shares> remaining = charges.stream().map(refunding::remaining).toList();
        List<Held> held = held(charges, remaining, request);
        Charge first = charges.getFirst();
        DisputeRow row = new DisputeRow();
        row.id = DisputeId.next().value();
        row.contractId = first.contractId().value();
        row.consumer = buyer.value();
        row.provider = first.provider().value();
        Money amount = sum(held.stream().map(Held::shares).toList());
        row.currency = amount.currency();
        row.amount = amount.minor();
        row.reason = reason;
        row.approvalsNeeded = JpaApprovals.needed(amount);
        row.evidence = String.join(" ", evidenceOf(charges));
        row.openedAt = clock.instant();
        store.insert(row, held);
        money.hold(row, held);
        return store.withCharges(row);
    }

    private List<Charge> charges(MerchantId buyer, DisputeRequest request) {
        List<ChargeId> ids = request.charges();
        if (ids.isEmpty() || ids.size() > MOST_CHARGES || Set.copyOf(ids).size() != ids.size()) {
            throw invalid("/charges", "are " + ids.size(), "1 to " + MOST_CHARGES + ", each once");
        }
        List<Charge> charges = new ArrayList<>();
        for (ChargeId id : ids.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList()) {
            charges.add(charge(buyer, id));
        }
        if (charges.stream().map(Charge::contractId).distinct().count() > 1) {
            throw invalid("/charges", "are of several contracts", "of one contract");
        }
        return charges;
    }

    private Charge charge(MerchantId buyer, ChargeId id) {
        Charge charge = refunding.lock(id);
        if (!charge.consumer().equals(buyer)) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no charge %s.", id);
        }
        Period window = SettlementSettings.current().disputeWindow();
        Instant end = charge.at().atZone(SettlementService.ZONE).plus(window).toInstant();
        if (clock.instant().isAfter(end)) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s could be disputed until %s.", id, end);
        }
        if (store.isDisputed(id)) {
            throw Refusal.of(ErrorCode.DUPLICATE, "%s is in dispute.", id);
        }
        return charge;
    }

    private static List<Held> held(
            List<Charge> charges, List<Shares> remaining, DisputeRequest request) {
        Money all = sum(remaining);
        Money amount = request.amount().orElse(all);
        if (!amount.isPositive() || amount.compareTo(all) > 0) {
            throw invalid("/amount", "is " + amount, "more than zero, to " + all);
        }
        List<Money> parts =
                Split.largestRemainder(
                        amount, remaining.stream().mapToLong(s -> s.gross().minor()).toArray());
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < charges.size(); i++) {
            if (parts.get(i).isPositive()) {
                held.add(new Held(charges.get(i).id(), remaining.get(i).part(parts.get(i))));
            }
        }
        return held;
    }

    /// Everything that the log knows of the contract and of what was charged.
    private List<String> evidenceOf(List<Charge> charges) {
        Contract contract = contracts.find(Caller.system(), charges.getFirst().contractId());
        Set<String> things = new LinkedHashSet<>();
        things.add(contract.orderId().value());
        things.add(contract.id().value());
        for (Charge charge : charges) {
            things.add(charge.id().value());
            charge.jobId().ifPresent(job -> things.add(job.value()));
            charge.calls().stream()
                    .flatMap(calls -> slices.batches(calls.slice()).stream())
                    .forEach(batch -> things.add("batch/" + batch));
        }
        return evidence.about(things).stream().limit(MOST_EVIDENCE).toList();
    }

    private static Money sum(List<Shares> shares) {
        return shares.stream().map(Shares::gross).reduce(Money::add).orElseThrow();
    }

    private static Refusal invalid(String pointer, String problem, String allowed) {
        return Refusal.invalid(List.of(new FieldError(pointer, problem, allowed)));
    }
}
