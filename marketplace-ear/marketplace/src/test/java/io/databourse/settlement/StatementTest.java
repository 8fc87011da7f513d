package io.databourse.settlement;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.TestDatabase;
import io.databourse.ledger.Entry;
import io.databourse.ledger.LedgerService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StatementTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final SettlementService settlement = exchange.bean(SettlementService.class);
    private final StatementService statements = exchange.bean(StatementService.class);
    private final Caller operator = market.operator;
    private final Caller other = new Caller("second", Set.of(Role.OPERATOR));

    @Test
    @Tag("G14")
    void a_monthly_statement_is_what_the_ledger_says() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        for (int day = 1; day <= 3; day++) {
            sales.run(month.atDay(day));
        }
        sales.calls(month.atDay(4), 1, 1);

        Statement bought = settlement.statement(market.bank, Optional.of(month));
        Statement sold = settlement.statement(market.airline, Optional.of(month));
        assertThat(bought.paid()).isEqualTo(Money.cny("2500.00"));
        assertThat(sold.earned()).isEqualTo(sum(payableEntries(sales)));
        assertThat(sold.earned()).isEqualTo(Money.cny("2450.00"));
        assertThat(sold.lines()).hasSize(4);
        assertThat(sold.lines().getLast().charges()).isEqualTo(2);
    }

    @Test
    void a_statement_is_drafted_approved_and_closed_and_then_never_changes() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));

        statements.cut(operator, month);
        StatementId id = StatementId.of(month, sales.contract.provider().value());
        assertThat(statements.find(market.airline, id).state()).isEqualTo(StatementState.DRAFT);
        refused(ErrorCode.STATE_CONFLICT, () -> statements.close(operator, id));
        statements.approve(operator, id);
        StatementHead closed = statements.close(operator, id);
        assertThat(closed.state()).isEqualTo(StatementState.CLOSED);

        sales.run(month.atDay(2));
        assertThat(settlement.statement(market.airline, id).lines()).hasSize(1);
        assertThat(settlement.statement(market.airline, Optional.of(month.plusMonths(1))).lines())
                .extracting(StatementLine::day)
                .containsExactly(month.atDay(2));
        assertThat(exchange.inTransaction(() -> exchange.bean(JpaStatements.class).altered()))
                .isEmpty();
    }

    @Test
    void the_database_refuses_to_change_a_statement_or_to_skip_a_step() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        statements.cut(operator, month);
        StatementId id = StatementId.of(month, sales.contract.provider().value());

        broken("update settlement_statement set earned = earned + 1 where id = ?", id);
        broken("update settlement_statement set state = 'CLOSED' where id = ?", id);
        broken("delete from settlement_statement where id = ?", id);
        broken(
                "insert into settlement_statement select (jsonb_populate_record(s,"
                        + " '{\"id\": \"stm_copy\"}')).* from settlement_statement s where s.id = ?",
                id);
    }

    @Test
    void the_books_of_a_month_are_cut_once_and_not_before_its_late_charges_are_in() {
        new Sales(market);
        YearMonth month = Sales.month();
        statements.cut(operator, month);
        refused(ErrorCode.STATE_CONFLICT, () -> statements.cut(operator, month));
        YearMonth running = YearMonth.from(Exchange.get().today());
        refused(ErrorCode.NOT_READY, () -> statements.cut(operator, running));
        refused(ErrorCode.FORBIDDEN, () -> statements.cut(market.bank, month.plusMonths(1)));
    }

    @Test
    void a_statement_above_the_threshold_needs_a_second_operator() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        System.setProperty("bourse.settlement.four-eyes-above", "400.00");
        try {
            statements.cut(operator, month);
        } finally {
            System.clearProperty("bourse.settlement.four-eyes-above");
        }
        StatementId id = StatementId.of(month, sales.contract.provider().value());

        assertThat(statements.approve(operator, id).state()).isEqualTo(StatementState.DRAFT);
        refused(ErrorCode.SELF_REVIEW, () -> statements.approve(operator, id));
        StatementHead approved = statements.approve(other, id);
        assertThat(approved.state()).isEqualTo(StatementState.APPROVED);
        assertThat(approved.approvals()).isEqualTo(2);
    }

    @Test
    void a_party_sees_its_own_statements_and_nobody_else_s() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        statements.cut(operator, month);

        assertThat(statements.list(market.bank, Optional.empty(), PageRequest.first(10)).items())
                .extracting(StatementHead::party)
                .containsExactly(sales.contract.consumer().value());
        StatementId foreign = StatementId.of(month, sales.contract.provider().value());
        refused(ErrorCode.NOT_FOUND, () -> statements.find(market.bank, foreign));
        assertThat(statements.approveAll(operator, month)).isEqualTo(3);
        assertThat(statements.closeAll(operator, month)).isEqualTo(3);
        StatementId own = StatementId.of(month, SettlementService.EXCHANGE);
        assertThat(settlement.statement(operator, own).earned()).isEqualTo(Money.cny("9.43"));
    }

    @Test
    void charges_are_read_page_by_page_and_by_line() {
        Sales sales = new Sales(market);
        YearMonth month = Sales.month();
        sales.run(month.atDay(1));
        sales.calls(month.atDay(2), 1, 1, 1);

        var first = settlement.charges(market.bank, sales.contract.id(), PageRequest.first(3));
        assertThat(first.items()).hasSize(3);
        var rest =
                settlement.charges(
                        market.bank, sales.contract.id(), new PageRequest(3, first.next()));
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.items()).doesNotContainAnyElementsOf(first.items());
        var line =
                new ChargeQuery(
                        Optional.empty(),
                        Optional.of(sales.contract.id()),
                        Optional.of(month),
                        Optional.of(month.atDay(2)),
                        Optional.of(ChargeKind.CALLS),
                        Optional.empty());
        assertThat(settlement.charges(market.airline, line, PageRequest.first(10)).items())
                .hasSize(3)
                .allSatisfy(charge -> assertThat(charge.shares().gross().minor()).isEqualTo(50000));
    }

    private List<Entry> payableEntries(Sales sales) {
        return exchange.bean(LedgerService.class)
                .entries(
                        SettlementAccounts.payable(
                                sales.contract.provider(), PartnerRole.PROVIDER, CurrencyCode.CNY),
                        Long.MAX_VALUE,
                        100);
    }

    private static Money sum(List<Entry> entries) {
        long sum = entries.stream().mapToLong(entry -> entry.credit() - entry.debit()).sum();
        return Money.ofMinor(sum, CurrencyCode.CNY);
    }

    private void broken(String sql, StatementId id) {
        assertThatThrownBy(() ->
                        TestDatabase.get()
                                .inNewTransaction(
                                        () -> exchange.bean(JpaSql.class).run(sql, id.value())))
                .hasMessageContaining("settlement_statement");
    }
}
