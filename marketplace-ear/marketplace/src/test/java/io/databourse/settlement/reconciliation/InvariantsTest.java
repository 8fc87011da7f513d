package io.databourse.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.Sales;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.dispute.DisputeRequest;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import io.databourse.settlement.payout.PayoutSender;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Breaks each rule behind the back of the schema, and sees it found.
class InvariantsTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final Sales sales = new Sales(market);
    private final YearMonth month = Sales.month();
    private final LocalDate today = Exchange.get().today();
    private ChargeId charge = new ChargeId("mtr_none");

    @BeforeEach
    void let_all_kinds_of_things_happen() {
        charge = sales.run(today);
        ChargeId other = sales.run(today);
        sales.calls(month.atDay(2), 1, 2);
        exchange.bean(RefundService.class)
                .refund(market.operator, new RefundRequest(charge, Optional.empty(), "late"));
        exchange.bean(DisputeService.class)
                .open(
                        market.bank,
                        new DisputeRequest(List.of(other), Optional.empty(), "not what was sold"));
        exchange.bean(PayoutSender.class).pass();
    }

    @Test
    void all_rules_hold() {
        assertThat(exchange.inTransaction(() -> exchange.bean(Invariants.class).broken()))
                .isEmpty();
    }

    @Test
    void an_entry_that_its_transfer_did_not_ask_for_is_found() {
        found(
                TicketKind.I1_LEDGER_BALANCES,
                transfer(),
                planted ->
                        planted.withoutTriggers(
                                "update ledger_entry set credit = credit + 1 where number = ("
                                        + "select min(number) from ledger_entry"
                                        + " where transfer_id = ? and credit > 0)",
                                transfer()));
    }

    @Test
    void a_balance_that_is_not_its_entries_sum_is_found() {
        found(
                TicketKind.I2_BALANCES_ARE_ENTRIES,
                payable(),
                planted ->
                        planted.sql(
                                "update ledger_account set posted = posted + 1 where id = ?",
                                payable()));
    }

    @Test
    void an_entry_of_no_account_is_found() {
        found(
                TicketKind.I2_BALANCES_ARE_ENTRIES,
                "CNY/nobody",
                planted ->
                        planted.sql(
                                "insert into ledger_entry (transfer_id, account_id, ledger, debit,"
                                        + " credit, balance_after, at)"
                                        + " values (?, 'CNY/nobody', 'CNY', 1, 0, 1, now())",
                                transfer()));
    }

    @Test
    void an_account_that_was_overdrawn_for_a_moment_is_found() {
        found(
                TicketKind.I4_NOT_OVERDRAWN,
                payable(),
                planted ->
                        planted.withoutTriggers(
                                "update ledger_entry set balance_after = -1 where number = ("
                                        + "select min(number) from ledger_entry"
                                        + " where account_id = ?)",
                                payable()));
    }

    @Test
    void a_snapshot_that_would_not_be_made_again_is_found() {
        found(
                TicketKind.I10_SNAPSHOTS_ONLY,
                payable(),
                planted ->
                        planted.sql(
                                "update ledger_account set held = 1, posted = posted + 1"
                                        + " where id = ?",
                                payable()));
    }

    @Test
    void the_last_check_of_each_rule_can_be_read() {
        ReconciliationService service = exchange.bean(ReconciliationService.class);
        service.check(market.operator);

        assertThat(service.invariants(market.operator))
                .allSatisfy(each -> assertThat(each.broken()).isZero())
                .extracting(Invariant::rule)
                .contains(TicketKind.I1_LEDGER_BALANCES, TicketKind.I16_HOLDS_ARE_DISPUTES)
                .doesNotHaveDuplicates()
                .hasSize(16);
    }

    @Test
    void a_rule_that_cannot_be_checked_keeps_no_other_from_being_checked() {
        ReconciliationService service = exchange.bean(ReconciliationService.class);
        Instant before = exchange.bean(Clock.class).instant();

        Broken.without(
                "settlement_dispute",
                () ->
                        assertThat(service.check(market.operator))
                                .extracting(each -> each.kind() + " " + each.subject())
                                .containsExactly(TicketKind.I16_HOLDS_ARE_DISPUTES + " the rule"));

        assertThat(service.invariants(market.operator))
                .hasSize(16)
                .allSatisfy(each -> {
                    assertThat(each.checkedAt()).isAfterOrEqualTo(before);
                    assertThat(each.broken())
                            .isEqualTo(each.rule() == TicketKind.I16_HOLDS_ARE_DISPUTES ? 1 : 0);
                });
    }

    @Test
    void shares_that_do_not_add_up_are_found() {
        found(
                TicketKind.I5_SHARES_ADD_UP,
                charge.value(),
                planted ->
                        planted.withoutTriggers(
                                "insert into settlement_charge_share values (?, ?, 'CHANNEL', 5)",
                                charge.value(),
                                sales.contract.consumer().value()));
    }

    @Test
    void a_statement_that_is_altered_is_found() {
        exchange.bean(StatementService.class).cut(market.operator, month);
        String id = "stm_%s_%s".formatted(month.toString().replace("-", ""), provider());
        found(
                TicketKind.I6_STATEMENTS_STAY,
                id,
                planted ->
                        planted.withoutTriggers(
                                "update settlement_charge set units = units + 1 where slice_id = ("
                                        + "select min(slice_id) from settlement_charge"
                                        + " where provider = ?)",
                                provider()));
    }

    @Test
    void a_refund_of_more_than_there_was_is_found() {
        found(
                TicketKind.I8_REFUNDS_WITHIN,
                charge.value(),
                planted ->
                        planted.withoutTriggers(
                                "update settlement_charge set gross = gross - 1,"
                                        + " merchant_share = merchant_share - 1"
                                        + " where original_id = ?",
                                charge.value()));
    }

    @Test
    void a_sum_that_is_not_what_the_use_costs_is_found() {
        found(
                TicketKind.I14_SUMS_EXACT,
                sales.contract.id().value(),
                planted ->
                        planted.sql(
                                "update settlement_rating set gross = gross + 1"
                                        + " where contract_id = ?",
                                sales.contract.id().value()));
    }

    @Test
    void a_hold_that_is_not_what_is_in_dispute_is_found() {
        String dispute =
                exchange.bean(DisputeService.class)
                        .list(market.bank, PageRequest.first(1))
                        .items()
                        .getFirst()
                        .id()
                        .value();
        found(
                TicketKind.I16_HOLDS_ARE_DISPUTES,
                dispute,
                planted ->
                        planted.withoutTriggers(
                                "update settlement_dispute set amount = amount + 1 where id = ?",
                                dispute));
    }

    @Test
    void money_in_clearing_that_no_payment_explains_is_found() {
        found(
                TicketKind.I7_BATCHES_ADD_UP,
                "CNY/payout_clearing",
                planted ->
                        planted.sql(
                                """
                                insert into ledger_account (id, ledger, name, normal,
                                    may_go_negative, posted)
                                values ('CNY/payout_clearing', 'CNY', 'payout_clearing', 'CREDIT',
                                    false, 1)
                                on conflict (id) do update set posted = ledger_account.posted + 1
                                """));
    }

    private void found(TicketKind kind, String subject, Consumer<Planted> plant) {
        List<Difference> broken =
                Planted.undone(() -> {
                    plant.accept(new Planted(sales, today));
                    return exchange.bean(Invariants.class).broken();
                });
        assertThat(broken)
                .anySatisfy(each -> {
                    assertThat(each.kind()).isEqualTo(kind);
                    assertThat(each.subject()).isEqualTo(subject);
                });
        assertThat(exchange.inTransaction(() -> exchange.bean(Invariants.class).broken()))
                .isEmpty();
    }

    private String payable() {
        return "CNY/merchant_payable:" + provider();
    }

    private String transfer() {
        return exchange.bean(LedgerService.class)
                .find("charge:" + charge)
                .orElseThrow()
                .id()
                .value();
    }

    private String provider() {
        return sales.contract.provider().value();
    }
}
