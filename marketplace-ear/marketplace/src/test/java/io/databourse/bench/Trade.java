package io.databourse.bench;

import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.metering.CallMeter;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallRecord;
import io.databourse.metering.CallResult;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.SharingService;
import io.databourse.settlement.SharingTerms;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Contracts with a million units each, and calls of them. What a contract earns is shared four
/// ways: merchant, algorithm provider, channel and exchange.
final class Trade {
    /// As many as a batch of the meter holds.
    static final int BATCH = 5000;

    private static final long UNITS = 1_000_000;

    private final Uuid7 ids = new Uuid7();
    private final Clock clock = Exchange.get().clock();
    private final CallMeter meter = Exchange.get().bean(CallMeter.class);
    private final List<ContractId> contracts = new ArrayList<>();

    Trade(int count) {
        Market partners = new Market();
        for (int i = 0; i < count; i++) {
            Market market = new Market(UNITS);
            Contract contract = market.contract();
            share(market, contract, partners);
            contracts.add(contract.id());
        }
    }

    private static void share(Market market, Contract contract, Market partners) {
        var terms =
                new SharingTerms(
                        List.of(),
                        List.of(
                                new Tier(
                                        Optional.empty(),
                                        "70",
                                        List.of(
                                                new WeightedPart(
                                                        partners.airlineMerchant.id(),
                                                        PartnerRole.ALGORITHM,
                                                        "20"),
                                                new WeightedPart(
                                                        partners.bankMerchant.id(),
                                                        PartnerRole.CHANNEL,
                                                        "10")))));
        Exchange.get().bean(SharingService.class).agree(market.airline, contract.id(), terms);
    }

    List<ContractId> contracts() {
        return contracts;
    }

    CallRecord call(ContractId contract) {
        return new CallRecord(
                ids.next(), "bench", contract, CallOutcome.HIT, 1, 700, 2, clock.instant());
    }

    CallResult durable(ContractId contract) {
        return recorded(meter.meter(call(contract)));
    }

    /// So many calls, round the contracts; two batches are under way at any time.
    void calls(long count) {
        List<CompletableFuture<CallResult>> before = List.of();
        for (long done = 0; done < count; done += BATCH) {
            List<CompletableFuture<CallResult>> now = new ArrayList<>(BATCH);
            for (long i = done; i < Math.min(count, done + BATCH); i++) {
                now.add(meter.meter(call(contracts.get((int) (i % contracts.size())))));
            }
            before.forEach(Trade::recorded);
            before = now;
        }
        before.forEach(Trade::recorded);
    }

    /// Sends calls that may have been recorded before, until each is.
    void again(Collection<CallRecord> calls) {
        for (CallRecord call : calls) {
            if (meter.meter(call).join() instanceof CallResult.Refused refused) {
                throw new IllegalStateException("not recorded: " + refused);
            }
        }
    }

    private static CallResult recorded(CompletableFuture<CallResult> answer) {
        CallResult result = answer.join();
        if (!(result instanceof CallResult.Recorded)) {
            throw new IllegalStateException("not recorded: " + result);
        }
        return result;
    }
}
