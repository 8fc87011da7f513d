package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.crypto.Ids;
import io.databourse.dispatch.JobId;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.TestDatabase;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.MeterEvent;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.MeterRecordId;
import io.databourse.metering.MeterSlice;
import io.databourse.metering.SlicesCut;
import io.databourse.metering.Usage;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Runs and calls that were metered on days of the test's choosing, as the meter tells of them.
public final class Sales {
    private static final AtomicLong SLICES = new AtomicLong(1_000_000);
    private static YearMonth last = YearMonth.of(2001, 1);

    public final Market market;
    public final Contract contract;

    public Sales(Market market) {
        this(market.contract(), market);
    }

    Sales(Contract contract, Market market) {
        this.market = market;
        this.contract = contract;
    }

    /// A month of the past that no other test uses: books are cut for everybody, and in order.
    public static synchronized YearMonth month() {
        last = last.plusMonths(3);
        return last;
    }

    /// One delivered run of the contract, at noon of the day.
    public ChargeId run(LocalDate day) {
        MeterRecord meter =
                new MeterRecord(
                        new MeterRecordId(Ids.next("mtr_")),
                        new JobId(Ids.next("job_")),
                        contract.id(),
                        contract.consumer(),
                        contract.provider(),
                        MeterRecord.Outcome.DELIVERED,
                        1,
                        0,
                        0,
                        day.atStartOfDay(SettlementService.ZONE).toInstant());
        fire(new MeterEvent.Recorded(meter));
        return new ChargeId(meter.id().value());
    }

    /// A batch with one slice for each number of units.
    public List<ChargeId> calls(LocalDate day, long... units) {
        List<MeterSlice> slices = new ArrayList<>();
        for (long each : units) {
            slices.add(slice(contract.id(), contract.consumer(), contract.provider(), day, each));
        }
        fire(slices);
        return slices.stream().map(slice -> ChargeId.ofSlice(slice.id())).toList();
    }

    static MeterSlice slice(
            ContractId contract,
            MerchantId consumer,
            MerchantId provider,
            LocalDate day,
            long units) {
        return new MeterSlice(
                SLICES.incrementAndGet(),
                SLICES.get(),
                contract,
                consumer,
                provider,
                day,
                "v1",
                new Usage(units, units, 0, 0, 0, 0, 0, units, 0),
                1,
                Math.max(1, units),
                Exchange.get().clock().instant());
    }

    void fire(List<MeterSlice> slices) {
        fire(new SlicesCut(slices));
    }

    private void fire(Object event) {
        TestDatabase.get()
                .inTransaction(() -> {
                    CDI.current().getBeanManager().getEvent().fire(event);
                    return true;
                });
    }
}
