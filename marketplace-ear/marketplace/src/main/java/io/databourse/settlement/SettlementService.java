package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferId;
import io.databourse.ledger.TransferRequest;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.metering.MeterEvent;
import io.databourse.metering.MeterRecord;
import io.databourse.pricing.RevenueRecognition;
import io.databourse.pricing.RevenueSplit;
import io.databourse.pricing.SplitTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Charges what was delivered, in the transaction that meters it, and tells each party its part.
@ApplicationScoped
@Transactional
public class SettlementService {
    /// The exchange's months begin at midnight in Shanghai.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// 2 % commission on the gross price, which contains 6 % VAT.
    static final SplitTerms TERMS = SplitTerms.ofBasisPoints(200, 600);

    private final ChargeStore store;
    private final LedgerService ledger;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final Event<SettlementEvent> events;
    private final Clock clock;

    @Inject
    SettlementService(
            ChargeStore store,
            LedgerService ledger,
            ContractService contracts,
            MerchantService merchants,
            Event<SettlementEvent> events,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.contracts = contracts;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// The statement of the caller's organisation; the exchange's own for operator and regulator.
    ///
    /// @param period this month if empty
    public Statement statement(Caller caller, Optional<YearMonth> period) {
        YearMonth month = period.orElseGet(() -> YearMonth.now(clock.withZone(ZONE)));
        if (caller.has(Role.OPERATOR, Role.REGULATOR)) {
            return Statements.ofExchange(month, lines(Optional.empty(), month));
        }
        Merchant own = merchants.requireActiveOrganisation(caller);
        return Statements.of(own, month, lines(Optional.of(own), month));
    }

    /// What a contract was charged for, oldest first.
    public List<StatementLine> lines(Caller caller, ContractId contract) {
        return store.ofContract(contracts.find(caller, contract).id());
    }

    void whenMetered(@Observes MeterEvent event) {
        switch (event) {
            case MeterEvent.Recorded(MeterRecord meter) -> {
                if (meter.outcome() == MeterRecord.Outcome.DELIVERED
                        && !store.isCharged(meter.id())) {
                    charge(meter);
                }
            }
            case MeterEvent.Sliced _ -> {}
        }
    }

    private void charge(MeterRecord meter) {
        Contract contract = contracts.find(Caller.system(), meter.contractId());
        if (meter.units() != 1) {
            throw new IllegalStateException("a run is one unit: " + meter);
        }
        long unit = store.unitsOf(contract.id()) + 1;
        RevenueSplit split =
                RevenueSplit.of(
                        RevenueRecognition.amountOfUnit(contract.price(), contract.units(), unit),
                        TERMS);
        TransferId transfer =
                ledger.postNow(
                        new TransferRequest(
                                "charge:" + meter.id(),
                                RevenueAccounts.legs(split, meter.consumer(), meter.provider()),
                                "CHARGE",
                                meter.jobId().value()));
        StatementLine line =
                new StatementLine(
                        meter.at(),
                        meter.jobId(),
                        meter.id(),
                        contract.id(),
                        contract.productName(),
                        meter.consumer(),
                        meter.provider(),
                        meter.units(),
                        split.gross(),
                        split.merchant(),
                        split.feeNet(),
                        split.feeVat(),
                        transfer);
        store.insert(line);
        events.fire(new SettlementEvent.Recognised(line));
    }

    private List<StatementLine> lines(Optional<Merchant> party, YearMonth month) {
        return store.between(
                party.map(Merchant::id),
                month.atDay(1).atStartOfDay(ZONE).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant());
    }
}
