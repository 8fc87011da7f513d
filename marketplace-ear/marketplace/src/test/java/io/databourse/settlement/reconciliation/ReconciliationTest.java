package io.databourse.settlement.reconciliation;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.contract.Contract;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final ReconciliationService reconciliation = exchange.bean(ReconciliationService.class);
    private final LocalDate day = Sales.month().atDay(5);

    @Test
    void each_planted_difference_is_found_and_nothing_else() {
        Sales sales = new Sales(market);
        List<Difference> found =
                Planted.undone(() -> {
                    Planted planted = new Planted(sales, day);
                    planted.whole("fine");
                    planted.job("unmetered");
                    planted.meter("undelivered", 1);
                    planted.charge("undelivered", planted.transfer("undelivered", 100));
                    planted.job("uncharged");
                    planted.meter("uncharged", 1);
                    planted.charge("invented", planted.transfer("invented", 100));
                    planted.job("twice");
                    planted.meter("twice", 2);
                    planted.charge("twice", planted.transfer("twice", 100));
                    planted.job("unposted");
                    planted.meter("unposted", 1);
                    planted.charge("unposted", null);
                    planted.job("cheap");
                    planted.meter("cheap", 1);
                    planted.charge("cheap", planted.transfer("cheap", 99));
                    String lone = planted.transfer("lone", 7);
                    planted.withoutTriggers(
                            "update ledger_transfer set settled_at = ? where id = ?",
                            day.atTime(12, 0).atZone(SettlementService.ZONE).toInstant(),
                            lone);
                    planted.stream(9_000_001, 2);
                    planted.call(9_000_001);
                    planted.stream(9_000_002, 3);
                    planted.call(9_000_002);
                    planted.slice(9_000_002);
                    return differences(day);
                });

        assertThat(found)
                .extracting(each -> each.kind() + " " + each.subject().replaceAll("tfr_.*", "tfr"))
                .containsExactlyInAnyOrder(
                        "JOB_NOT_METERED job_unmetered",
                        "RUN_NOT_DELIVERED job_undelivered",
                        "RUN_NOT_CHARGED mtr_uncharged",
                        "CHARGE_NOT_METERED mtr_invented",
                        "UNITS_DIFFER mtr_twice",
                        "CHARGE_NOT_IN_LEDGER mtr_unposted",
                        "AMOUNT_DIFFERS mtr_cheap",
                        "LEDGER_NOT_CHARGED tfr",
                        "CALLS_NOT_METERED con_9000001",
                        "CALLS_NOT_CHARGED slc_9000002",
                        "COUNTER_HAS_GAPS con_9000002");
    }

    @Test
    void what_the_exchange_did_by_itself_agrees_in_all_books() {
        Contract contract = market.contract();
        market.start(contract);
        exchange.settle();
        LocalDate today = Exchange.get().today();

        Reconciliation result = reconciliation.reconcile(market.operator, Optional.of(today));
        assertThat(result.jobsDelivered()).isPositive();
        assertThat(
                        exchange.inTransaction(() -> differences(today)).stream()
                                .filter(each -> each.kind() == TicketKind.JOB_NOT_METERED)
                                .toList())
                .isEmpty();
        assertThat(result.grossCharged()).isEqualTo(result.grossInLedger());
        assertThat(
                        reconciliation
                                .list(market.operator, PageRequest.first(1))
                                .items()
                                .getFirst()
                                .id())
                .isEqualTo(result.id());
    }

    @Test
    void a_difference_has_one_ticket_until_somebody_says_what_it_was() {
        Sales sales = new Sales(market);
        sales.run(day);
        Reconciliation first = reconciliation.reconcile(market.operator, Optional.of(day));
        assertThat(first.differences()).isEqualTo(1);
        Ticket ticket = first.tickets().getFirst();
        assertThat(ticket.kind()).isEqualTo(TicketKind.CHARGE_NOT_METERED);
        Reconciliation second = reconciliation.reconcile(market.operator, Optional.of(day));
        assertThat(second.differences()).isEqualTo(1);
        assertThat(second.tickets()).isEmpty();

        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> reconciliation.resolve(market.operator, ticket.id(), " "));
        refused(
                ErrorCode.FORBIDDEN,
                () -> reconciliation.resolve(market.bank, ticket.id(), "nothing"));
        assertThat(reconciliation.resolve(market.operator, ticket.id(), "a test").state())
                .isEqualTo(TicketState.RESOLVED);
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> reconciliation.resolve(market.operator, ticket.id(), "again"));
        assertThat(reconciliation.reconcile(market.operator, Optional.of(day)).tickets())
                .hasSize(1);
    }

    @Test
    void a_question_that_cannot_be_asked_takes_no_ticket_from_the_others() {
        Sales sales = new Sales(market);
        LocalDate other = day.plusDays(1);
        String charge = sales.run(other).value();

        Broken.without(
                "metering_gateway_count",
                () ->
                        assertThatThrownBy(() ->
                                        reconciliation.reconcile(
                                                market.operator, Optional.of(other)))
                                .hasStackTraceContaining("metering_gateway_count"));

        assertThat(
                        reconciliation
                                .tickets(
                                        market.operator,
                                        Optional.of(TicketState.OPEN),
                                        PageRequest.first(PageRequest.MOST))
                                .items())
                .anySatisfy(ticket -> {
                    assertThat(ticket.kind()).isEqualTo(TicketKind.CHARGE_NOT_METERED);
                    assertThat(ticket.subject()).isEqualTo(charge);
                });
        Reconciliation again = reconciliation.reconcile(market.operator, Optional.of(other));
        assertThat(again.differences()).isPositive();
        assertThat(again.tickets()).as("it has its ticket already").isEmpty();
    }

    private List<Difference> differences(LocalDate of) {
        return exchange.bean(JpaComparison.class).questions(of).stream()
                .flatMap(question -> question.get().stream())
                .toList();
    }
}
