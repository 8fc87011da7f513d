package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.ledger.TransferRequest.Leg;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.MeterSlice;
import io.databourse.pricing.SplitTerms;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Turns what was metered into charges, in the transaction that meters it.
@ApplicationScoped
class Charging {
    private static final String REASON = "CHARGE";

    private final ContractService contracts;
    private final QuotaService quotas;
    private final JpaRatings ratings;
    private final JpaTerms terms;
    private final JpaSharings sharings;
    private final JpaCharges charges;
    private final ChargeBook book;
    private final PartyMoney money;
    private final CoveredUnits covered;

    @Inject
    Charging(
            ContractService contracts,
            QuotaService quotas,
            JpaRatings ratings,
            JpaTerms terms,
            JpaSharings sharings,
            JpaCharges charges,
            ChargeBook book,
            PartyMoney money,
            CoveredUnits covered) {
        this.contracts = contracts;
        this.quotas = quotas;
        this.ratings = ratings;
        this.terms = terms;
        this.sharings = sharings;
        this.charges = charges;
        this.book = book;
        this.money = money;
        this.covered = covered;
    }

    /// One run is one charge, once.
    void run(MeterRecord meter) {
        ChargeId id = new ChargeId(meter.id().value());
        if (meter.units() != 1) {
            throw new IllegalStateException("a run is one unit: " + meter);
        }
        Contract contract = contracts.find(Caller.system(), meter.contractId());
        Rated before = lock(ratings.lock(List.of(contract.id())), contract.id());
        if (charges.exists(id)) {
            return;
        }
        Map<ContractId, JpaSharings.Agreed> agreed = sharings.current(List.of(contract.id()));
        Rating rating =
                shared(
                        Rating.ofRun(Priced.of(contract, quotas), before, termsOf(contract)),
                        contract,
                        agreed,
                        1);
        ratings.save(List.of(rating.after()));
        sharings.save(agreed.values());
        ChargeSource source =
                new ChargeSource(
                        id,
                        ChargeKind.RUN,
                        meter.at(),
                        LocalDate.ofInstant(meter.at(), SettlementService.ZONE),
                        Optional.empty(),
                        Optional.of(meter.jobId()),
                        Optional.empty(),
                        meter.units());
        book.post(List.of(draft(source, contract, before, rating, meter.jobId().value())));
    }

    /// A period that has begun is one charge, once, of its first day.
    ///
    /// @param number from 1
    void period(Contract contract, int number, LocalDate day, Instant at) {
        Rated before = lock(ratings.lock(List.of(contract.id())), contract.id());
        if (before.counted().periods() != number - 1) {
            return;
        }
        Map<ContractId, JpaSharings.Agreed> agreed = sharings.current(List.of(contract.id()));
        Rating rating =
                shared(
                        Rating.ofPeriod(Priced.of(contract, quotas), before, termsOf(contract)),
                        contract,
                        agreed,
                        0);
        ratings.save(List.of(rating.after()));
        sharings.save(agreed.values());
        ChargeSource source =
                new ChargeSource(
                        ChargeId.ofPeriod(contract.id(), number),
                        ChargeKind.PERIOD,
                        at,
                        day,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        book.post(List.of(draft(source, contract, before, rating, contract.id().value())));
    }

    /// One slice is one charge; the meter brings each slice once.
    void calls(List<MeterSlice> slices) {
        Map<ContractId, Contract> known = new HashMap<>();
        Map<ContractId, Rated> sums =
                ratings.lock(slices.stream().map(MeterSlice::contractId).toList());
        Map<ContractId, JpaSharings.Agreed> agreed = sharings.current(sums.keySet());
        List<ChargeDraft> drafts = new ArrayList<>();
        for (MeterSlice slice : slices) {
            Contract contract =
                    known.computeIfAbsent(
                            slice.contractId(), id -> contracts.find(Caller.system(), id));
            Rated before = lock(sums, contract.id());
            long units = slice.usage().units();
            Rating rating =
                    shared(
                            Rating.ofCalls(
                                    Priced.of(contract, quotas),
                                    before,
                                    slice.usage(),
                                    termsOf(contract)),
                            contract,
                            agreed,
                            units);
            sums.put(contract.id(), rating.after());
            covered.grant(contract, rating.after(), slice.id());
            drafts.add(draft(source(slice), contract, before, rating, "batch/" + slice.batch()));
        }
        ratings.save(sums.values());
        sharings.save(agreed.values());
        book.post(drafts);
    }

    /// With what the provider gives to its partners; the terms' sums go on.
    private static Rating shared(
            Rating rating,
            Contract contract,
            Map<ContractId, JpaSharings.Agreed> agreed,
            long units) {
        JpaSharings.Agreed terms = agreed.get(contract.id());
        if (terms == null) {
            return rating;
        }
        Shares shares = rating.shares();
        agreed.put(contract.id(), terms.plus(shares.merchant().minor(), units));
        return new Rating(rating.after(), Sharing.share(shares, terms.terms(), terms.sum(), units));
    }

    private static ChargeSource source(MeterSlice slice) {
        return new ChargeSource(
                ChargeId.ofSlice(slice.id()),
                ChargeKind.CALLS,
                slice.at(),
                slice.day(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new CallsPart(
                                slice.id(),
                                slice.batch(),
                                slice.priceVersion(),
                                slice.usage().calls(),
                                slice.fromCounter(),
                                slice.toCounter())),
                slice.usage().units());
    }

    private ChargeDraft draft(
            ChargeSource source, Contract contract, Rated before, Rating rating, String subject) {
        return new ChargeDraft(
                source,
                contract,
                rating.shares(),
                () -> legs(contract, before, rating),
                REASON,
                subject);
    }

    private List<Leg> legs(Contract contract, Rated before, Rating rating) {
        Shares shares = rating.shares();
        long price = before.price(contract);
        long within = Math.min(price, rating.after().gross()) - Math.min(price, before.gross());
        long beyond = shares.gross().minor() - within;
        if (shares.gross().isNegative()) {
            return Flow.legs(
                    money.takeBack(shares.negate(), contract.provider()),
                    buyer(contract, -within, -beyond));
        }
        return Flow.legs(
                buyer(contract, within, beyond), PartyMoney.give(shares, contract.provider()));
    }

    /// What the price of the contract covers was reserved; what is used beyond it is owed.
    private static List<Flow> buyer(Contract contract, long within, long beyond) {
        var currency = contract.price().currency();
        return List.of(
                new Flow(SettlementAccounts.reserved(contract.consumer(), currency), within),
                new Flow(SettlementAccounts.owedByBuyer(contract.consumer(), currency), beyond));
    }

    private SplitTerms termsOf(Contract contract) {
        return terms.on(LocalDate.ofInstant(contract.createdAt(), SettlementService.ZONE));
    }

    private static Rated lock(Map<ContractId, Rated> locked, ContractId contract) {
        return Objects.requireNonNull(locked.get(contract));
    }
}
