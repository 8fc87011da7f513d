package io.databourse.settlement.payout;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.crypto.Digest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.TestDatabase;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.dispute.DisputeRequest;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Exchange exchange = Exchange.get();
    private final Sales sales = new Sales(new Market());
    private final BatchService batches = exchange.bean(BatchService.class);
    private final LocalDate day = Days.next();

    @Test
    @Tag("G08")
    void a_run_nets_earnings_refunds_and_disputes_and_pays_the_rest() {
        LocalDate before = day.minusDays(1);
        ChargeId refunded = sales.run(before);
        sales.run(before);
        sales.run(before);
        sales.run(day);
        refund(refunded, "100.00");
        ChargeId disputed = sales.run(Exchange.get().today());
        exchange.bean(DisputeService.class)
                .open(
                        sales.market.bank,
                        new DisputeRequest(List.of(disputed), Optional.empty(), "wrong"));

        SettlementBatch batch = settle(day);
        BatchItem item = item(batch, sales.contract.provider());

        // Three runs of 490.00 less 98.00; the run of the day itself is not due, and what is
        // disputed was earned after the cut-off day as well.
        assertThat(item.payable()).isEqualTo(Money.cny("1862.00"));
        assertThat(item.notYetDue()).isEqualTo(Money.cny("980.00"));
        assertThat(item.held()).isEqualTo(Money.cny("490.00"));
        assertThat(item.paid()).isEqualTo(Money.cny("882.00"));
        assertThat(item.paid().add(item.held()).add(item.carried())).isEqualTo(item.due());
        assertThat(Purse.payable(sales)).isEqualTo(98_000);
        assertThat(Purse.balanced()).isTrue();
        assertThat(batch.paid().add(batch.held()).add(batch.carried())).isEqualTo(batch.due());
    }

    @Test
    void what_a_merchant_owes_is_collected_before_it_is_paid_again() {
        ChargeId charge = sales.run(day.minusDays(3));
        settle(day);
        exchange.bean(PayoutSender.class).pass();
        assertThat(Purse.payable(sales)).isZero();
        refund(charge, "500.00");
        assertThat(Purse.owedBack(sales)).isEqualTo(49_000);

        BatchItem poor = item(settle(Days.next()), sales.contract.provider());
        assertThat(poor.carried()).isEqualTo(Money.cny("-490.00"));
        assertThat(poor.paid()).isEqualTo(Money.cny("0.00"));

        LocalDate later = Days.next();
        sales.run(later.minusDays(1));
        sales.run(later.minusDays(1));
        BatchItem rich = item(settle(later), sales.contract.provider());
        assertThat(rich.collected()).isEqualTo(Money.cny("490.00"));
        assertThat(rich.paid()).isEqualTo(Money.cny("490.00"));
        assertThat(Purse.owedBack(sales)).isZero();
    }

    @Test
    void run_again_a_batch_and_its_file_are_byte_for_byte_what_they_were() {
        sales.run(day.minusDays(1));
        // The first try is lost, as if the exchange were killed just before it commits.
        assertThatThrownBy(() ->
                        TestDatabase.get()
                                .inNewTransaction(() -> {
                                    throw new IllegalStateException(settle(day).exportSha256());
                                }))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(lost ->
                        assertThat(settle(day).exportSha256()).isEqualTo(lost.getMessage()));
        SettlementBatch batch = settle(day);
        byte[] file = batches.export(sales.market.operator, batch.id());

        sales.run(day.minusDays(1));
        assertThat(settle(day)).isEqualTo(batch);
        assertThat(batches.export(sales.market.operator, batch.id())).isEqualTo(file);
        assertThat(Digest.sha256(file).toString()).isEqualTo(batch.exportSha256());
        List<BatchItem> items = batches.items(sales.market.operator, batch.id());
        assertThat(BatchExport.of(batch.id(), day, items)).isEqualTo(file);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains(sales.contract.provider() + ",")
                .contains(",490.00,0.00,0.00,false\r\n");
    }

    @Test
    void many_who_run_one_batch_at_once_make_one() throws Exception {
        sales.run(day.minusDays(1));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<SettlementBatch> run = () -> settle(day);
            List<Future<SettlementBatch>> all = threads.invokeAll(List.of(run, run, run, run));
            for (Future<SettlementBatch> each : all) {
                assertThat(each.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(Purse.payable(sales)).isZero();
    }

    @Test
    void a_batch_is_of_a_working_day_that_has_come_and_after_the_last_one() {
        settle(day);
        refused(ErrorCode.STATE_CONFLICT, () -> settle(LocalDate.of(2025, 2, 9)));
        refused(ErrorCode.STATE_CONFLICT, () -> settle(LocalDate.of(2025, 2, 7)));
        refused(ErrorCode.NOT_READY, () -> settle(LocalDate.of(2124, 1, 3)));
        refused(ErrorCode.FORBIDDEN, () -> batches.settle(sales.market.airline, Optional.of(day)));
    }

    @Test
    void too_little_is_carried_to_the_next_batch() {
        sales.run(day.minusDays(1));
        System.setProperty("bourse.settlement.least-payout", "500.00");
        try {
            BatchItem item = item(settle(day), sales.contract.provider());
            assertThat(item.carried()).isEqualTo(Money.cny("490.00"));
        } finally {
            System.clearProperty("bourse.settlement.least-payout");
        }
        assertThat(item(settle(Days.next()), sales.contract.provider()).paid())
                .isEqualTo(Money.cny("490.00"));
        assertThat(Purse.of(SettlementAccounts.payoutClearing(CurrencyCode.CNY)))
                .isGreaterThanOrEqualTo(49_000);
    }

    private SettlementBatch settle(LocalDate date) {
        return batches.settle(sales.market.operator, Optional.of(date));
    }

    private BatchItem item(SettlementBatch batch, MerchantId party) {
        return batches.items(sales.market.operator, batch.id()).stream()
                .filter(each -> each.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private void refund(ChargeId charge, String amount) {
        exchange.bean(RefundService.class)
                .refund(
                        sales.market.operator,
                        new RefundRequest(charge, Optional.of(Money.cny(amount)), "late"));
    }
}
