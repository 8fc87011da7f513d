package io.databourse.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.Market;
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.StatementHead;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.StatementState;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connections that are lost at chosen points between the books of a month and the bank: run again,
/// all of it is there once, to the byte.
class SettlementFaultTest {
    private final Exchange exchange = Exchange.get();
    private final Sales sales = new Sales(new Market());
    private final StatementService statements = exchange.bean(StatementService.class);
    private final BatchService batches = exchange.bean(BatchService.class);

    @AfterEach
    void nothingWaits() {
        FaultPoints.disarm();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, insert into settlement_statement",
        "AFTER, insert into settlement_statement",
        "BEFORE_COMMIT, insert into settlement_statement",
        "AFTER_COMMIT, insert into settlement_statement",
    })
    void books_that_break_off_while_they_are_cut_are_cut_once(Moment moment, String statement) {
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));

        twice(moment, statement, () -> statements.cut(sales.market.operator, month));

        StatementHead drafted =
                statements.approve(
                        sales.market.operator,
                        StatementId.of(month, sales.contract.provider().value()));
        assertThat(drafted.state()).isEqualTo(StatementState.APPROVED);
        requireRules();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, insert into settlement_batch",
        "AFTER, insert into settlement_batch_item",
        "BEFORE_COMMIT, insert into settlement_batch",
        "AFTER_COMMIT, insert into settlement_batch",
    })
    void a_batch_after_closed_statements_that_breaks_off_is_made_once(
            Moment moment, String statement) {
        LocalDate day = Days.next();
        sales.run(day.minusDays(1));

        twice(moment, statement, () -> batches.settle(sales.market.operator, Optional.of(day)));

        SettlementBatch batch = batches.settle(sales.market.operator, Optional.of(day));
        byte[] file = batches.export(sales.market.operator, batch.id());
        assertThat(
                        BatchExport.of(
                                batch.id(), day, batches.items(sales.market.operator, batch.id())))
                .isEqualTo(file);
        assertThat(Purse.payable(sales)).isZero();
        requireRules();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_COMMIT, insert into simulated_bank_payment",
        "AFTER_COMMIT, insert into simulated_bank_payment",
        "BEFORE_COMMIT, update settlement_payout",
        "AFTER_COMMIT, update settlement_payout",
    })
    void a_payment_that_breaks_off_on_its_way_to_the_bank_is_made_once(
            Moment moment, String statement) {
        LocalDate day = Days.next();
        sales.run(day.minusDays(1));
        batches.settle(sales.market.operator, Optional.of(day));
        PayoutSender sender = exchange.bean(PayoutSender.class);

        twice(moment, statement, sender::pass);
        for (int round = 0; round < 3; round++) {
            exchange.clock().advance(Duration.ofMinutes(2));
            sender.pass();
        }

        assertThat(Purse.payable(sales)).isZero();
        assertThat(
                        exchange.bean(PayoutService.class)
                                .list(sales.market.airline, Optional.empty(), PageRequest.first(9))
                                .items())
                .singleElement()
                .satisfies(paid -> assertThat(paid.state()).isEqualTo(PayoutState.PAID));
        requireRules();
    }

    /// Once into the fault, and once more, as whoever got no answer does.
    private static void twice(Moment moment, String statement, Runnable work) {
        FaultPoints.loseConnection(new Point(moment, statement));
        Throwable lost = catchThrowable(work::run);
        assertThat(FaultPoints.disarm()).as("nobody came to the point").isFalse();
        if (lost == null || moment != Moment.AFTER_COMMIT) {
            work.run();
        }
    }

    private void requireRules() {
        assertThat(Purse.balanced()).isTrue();
        assertThat(exchange.bean(ReconciliationService.class).check(sales.market.operator))
                .isEmpty();
    }
}
