package io.databourse.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On PostgreSQL, with quota, ledger and evidence.
class CallMeterTest {
    private static final Uuid7 IDS = new Uuid7();

    private final Exchange exchange = Exchange.get();
    private final CallMeter meter = exchange.bean(CallMeter.class);
    private final CallStore store = exchange.bean(CallStore.class);
    private final QuotaService quotas = exchange.bean(QuotaService.class);
    private final ContractId contract = new Market(500).contract().id();
    private final Writers writers = new Writers();

    @AfterEach
    void stop() {
        writers.close();
        exchange.bean(LeaseBook.class).closeAll();
    }

    private CallRecord call(CallOutcome outcome) {
        Instant now = exchange.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return new CallRecord(IDS.next(), "gateway-1", contract, outcome, 3, 700, 2, now);
    }

    @Test
    @Tag("E19")
    void every_call_is_written_once_however_often_and_by_how_many_it_is_reported() {
        List<CallRecord> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(call(CallOutcome.HIT));
        }
        List<CompletableFuture<CallResult>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 3; round++) {
                for (CallRecord each : calls) {
                    answers.add(
                            CompletableFuture.supplyAsync(() -> meter.meter(each).join(), threads)
                                    .exceptionally(CallMeterTest::refusedBefore));
                }
            }
        }

        assertThat(answers)
                .filteredOn(answer -> answer.join() instanceof CallResult.Recorded)
                .hasSize(300);
        List<StoredCall> stored = stored();
        assertThat(stored).extracting(StoredCall::call).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(stored)
                .extracting(StoredCall::counter)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
        closeLeases();
        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 500, 0, 300));
        assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
    }

    /// Three reports of a call hold three units for a moment; the quota has only 500.
    private static CallResult refusedBefore(Throwable thrown) {
        if (thrown.getCause() instanceof Refusal refusal
                && refusal.code() == ErrorCode.QUOTA_EXHAUSTED) {
            return new CallResult.Refused(new UUID(0, 0), refusal);
        }
        throw new AssertionError(thrown);
    }

    @Test
    void an_error_costs_nothing_and_is_on_the_record() {
        meter.meter(call(CallOutcome.HIT)).join();
        meter.meter(call(CallOutcome.MISS)).join();
        meter.meter(call(CallOutcome.ERROR)).join();
        closeLeases();

        assertThat(stored()).hasSize(3);
        assertThat(quotas.view(contract).consumed()).isEqualTo(2);
    }

    @Test
    void the_same_id_with_other_content_is_refused_and_changes_nothing() {
        CallRecord first = call(CallOutcome.HIT);
        meter.meter(first).join();
        CallRecord other =
                new CallRecord(
                        first.id(), first.source(), contract, CallOutcome.HIT, 4, 1, 1, first.at());

        assertThat(meter.meter(other).join())
                .isInstanceOfSatisfying(
                        CallResult.Refused.class,
                        refused ->
                                assertThat(refused.reason().code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(meter.meter(first).join()).isEqualTo(new CallResult.Repeated(first.id(), 1));
        closeLeases();
        assertThat(quotas.view(contract).consumed()).isEqualTo(1);
    }

    @Test
    void no_more_calls_are_written_than_the_contract_grants() {
        List<CompletableFuture<CallResult>> taken = new ArrayList<>();
        long refused = 0;
        for (int i = 0; i < 700; i++) {
            try {
                taken.add(meter.meter(call(CallOutcome.HIT)));
            } catch (Refusal none) {
                assertThat(none.code()).isEqualTo(ErrorCode.QUOTA_EXHAUSTED);
                refused++;
            }
        }
        assertThat(taken).allMatch(each -> each.join() instanceof CallResult.Recorded);
        closeLeases();

        assertThat(taken).hasSize(500);
        assertThat(refused).isEqualTo(200);
        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 500, 0, 500));
    }

    @Test
    void the_receipt_from_the_books_is_the_one_that_the_caller_got() {
        var recorded = (CallResult.Recorded) meter.meter(call(CallOutcome.HIT)).join();
        CallReceipt receipt = recorded.receipt();

        StoredCall stored = stored().getFirst();
        assertThat(stored.document()).isEqualTo(receipt.document());
        assertThat(stored.position()).isEqualTo(receipt.position());
        MeterBatch batch = exchange.inTransaction(() -> store.batch(stored.batch()));
        assertThat(batch).isEqualTo(receipt.batch());
        assertThat(batch.statement()).contains(batch.root());
    }

    @Test
    void calls_of_the_future_and_of_long_ago_are_refused() {
        CallRecord now = call(CallOutcome.HIT);
        for (Duration shift : List.of(Duration.ofMinutes(6), Duration.ofDays(-36))) {
            var shifted =
                    new CallRecord(
                            now.id(),
                            now.source(),
                            contract,
                            now.outcome(),
                            0,
                            0,
                            0,
                            now.at().plus(shift));
            assertThatThrownBy(() -> meter.meter(shifted)).isInstanceOf(Refusal.class);
        }
    }

    private List<StoredCall> stored() {
        return exchange.inTransaction(() -> store.calls(contract, 0, 1000));
    }

    /// What is counted in memory, or not in a slice yet, goes to the books.
    private void closeLeases() {
        exchange.bean(LeaseBook.class).closeAll();
        exchange.bean(CallSlices.class).cut();
    }
}
