package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.quota.LeaseBook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Serves calls of a contract and reports them as the provider's gateway would; runs the writer as
/// long as it is open.
public final class Gateway implements AutoCloseable {
    private static final Uuid7 IDS = new Uuid7();

    public final Market market;
    public final ContractId contract;
    private final Exchange exchange = Exchange.get();
    private final CallIngest ingest = exchange.bean(CallIngest.class);
    private final Writers writers = new Writers();

    public Gateway(long units) {
        this(new Market(units));
    }

    public Gateway(Market market) {
        this(market, market.contract().id());
    }

    public Gateway(Market market, ContractId contract) {
        this.market = market;
        this.contract = contract;
    }

    public Instant now() {
        return exchange.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    public CallReport call(CallOutcome outcome) {
        return call(outcome, now());
    }

    public CallReport call(CallOutcome outcome, Instant at) {
        return call(contract, outcome, at);
    }

    public CallReport call(ContractId of, CallOutcome outcome, Instant at) {
        return new CallReport(
                IDS.next(),
                "gateway-1",
                of,
                Optional.of(outcome),
                Optional.of(3L),
                Optional.of(700L),
                Optional.of(2L),
                Optional.empty(),
                at,
                Optional.empty());
    }

    /// A hit about an amount, and of no size.
    public CallReport call(String turnover) {
        CallReport hit = call(CallOutcome.HIT);
        return new CallReport(
                hit.id(),
                hit.source(),
                hit.contractId(),
                hit.outcome(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(turnover),
                hit.at(),
                Optional.empty());
    }

    public CallReport reversal(CallReport original) {
        return new CallReport(
                IDS.next(),
                "gateway-1",
                contract,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.of(original.key()));
    }

    public CallAnswers report(List<CallReport> calls) {
        return ingest.report(market.airline, new CallReports(Optional.empty(), calls));
    }

    public CallAnswers reportAtOnce(List<CallReport> calls) {
        return ingest.report(market.airline, new CallReports(Optional.of(true), calls));
    }

    /// What was leased and not sold goes back.
    public void settle() {
        exchange.bean(LeaseBook.class).closeAll();
        exchange.bean(CallSlices.class).cut();
    }

    @Override
    public void close() {
        writers.close();
        settle();
    }
}
