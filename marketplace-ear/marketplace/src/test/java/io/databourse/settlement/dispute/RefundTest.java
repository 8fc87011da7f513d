package io.databourse.settlement.dispute;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.TestDatabase;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.Flow;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.SettlementService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundTest {
    private final Exchange exchange = Exchange.get();
    private final Sales sales = new Sales(new Market());
    private final RefundService refunds = exchange.bean(RefundService.class);
    private final Caller operator = sales.market.operator;
    private final LocalDate today = Exchange.get().today();

    @Test
    void a_refund_takes_back_from_everybody_what_each_got() {
        ChargeId charge = sales.run(today);
        long wallet = Purse.prepaid(sales);

        Refund refund = refund(charge, Optional.empty());

        assertThat(refund.state()).isEqualTo(RefundState.POSTED);
        assertThat(Purse.prepaid(sales) - wallet).isEqualTo(50_000);
        assertThat(Purse.payable(sales)).isZero();
        Charge line = charges().getLast();
        assertThat(line.kind()).isEqualTo(ChargeKind.REFUND);
        assertThat(line.original()).contains(charge);
        assertThat(line.shares()).isEqualTo(charges().getFirst().shares().negate());
        assertThat(Purse.balanced()).isTrue();
    }

    @Test
    void refunds_in_odd_parts_add_up_to_the_charge_and_not_a_fen_more() {
        ChargeId charge = sales.run(today);
        refund(charge, Optional.of(Money.cny("0.01")));
        refund(charge, Optional.of(Money.cny("333.33")));
        refund(charge, Optional.of(Money.cny("0.07")));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> refund(charge, Optional.of(Money.cny("166.60"))));
        refund(charge, Optional.empty());

        List<Charge> all = charges();
        assertThat(all).hasSize(5);
        assertThat(sum(all, Charge::merchantShare)).isZero();
        assertThat(sum(all, Charge::commissionNet)).isZero();
        assertThat(sum(all, Charge::vat)).isZero();
        assertThat(Purse.payable(sales)).isZero();
        refused(ErrorCode.VALIDATION_FAILED, () -> refund(charge, Optional.empty()));
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> refund(all.getLast().id(), Optional.of(Money.cny("0.01"))));
    }

    @Test
    void what_was_paid_out_already_is_owed_by_the_merchant() {
        ChargeId charge = sales.run(today);
        payOut(30_000);

        refund(charge, Optional.empty());

        assertThat(Purse.payable(sales)).isZero();
        assertThat(Purse.owedBack(sales)).isEqualTo(30_000);
        assertThat(Purse.prepaid(sales)).isEqualTo(150_000);
        assertThat(Purse.balanced()).isTrue();
    }

    @Test
    void what_the_buyer_asks_for_an_operator_grants() {
        ChargeId charge = sales.run(today);
        long wallet = Purse.prepaid(sales);

        Refund asked = refunds.ask(sales.market.bank, wish(charge, "20.00"));
        assertThat(asked.state()).isEqualTo(RefundState.ASKED);
        assertThat(asked.askedBy()).contains(sales.contract.consumer());
        assertThat(Purse.prepaid(sales)).isEqualTo(wallet);
        refused(
                ErrorCode.DUPLICATE,
                () -> refunds.ask(sales.market.airline, wish(charge, "30.00")));

        assertThat(refunds.approve(operator, asked.id()).state()).isEqualTo(RefundState.POSTED);
        assertThat(Purse.prepaid(sales) - wallet).isEqualTo(2_000);
        refused(ErrorCode.STATE_CONFLICT, () -> refunds.decline(operator, asked.id(), "too late"));
    }

    @Test
    void what_an_operator_declines_moves_nothing_and_can_be_asked_for_again() {
        ChargeId charge = sales.run(today);
        Refund asked = refunds.ask(sales.market.airline, wish(charge, "20.00"));

        Refund declined = refunds.decline(operator, asked.id(), "the result was delivered");
        assertThat(declined.state()).isEqualTo(RefundState.DECLINED);
        assertThat(declined.decisionReason()).contains("the result was delivered");
        assertThat(Purse.payable(sales)).isEqualTo(49_000);
        refused(ErrorCode.STATE_CONFLICT, () -> refunds.approve(operator, asked.id()));
        assertThat(refunds.ask(sales.market.bank, wish(charge, "20.00")).state())
                .isEqualTo(RefundState.ASKED);
    }

    @Test
    void a_large_refund_that_was_asked_for_needs_two_operators() {
        ChargeId charge = sales.run(today);
        System.setProperty("bourse.settlement.four-eyes-above", "10.00");
        Refund asked;
        try {
            asked = refunds.ask(sales.market.bank, wish(charge, "20.00"));
        } finally {
            System.clearProperty("bourse.settlement.four-eyes-above");
        }
        assertThat(refunds.approve(operator, asked.id()).state()).isEqualTo(RefundState.PROPOSED);
        refused(ErrorCode.SELF_REVIEW, () -> refunds.approve(operator, asked.id()));
        Caller second = new Caller("second", Set.of(Role.OPERATOR));
        assertThat(refunds.approve(second, asked.id()).state()).isEqualTo(RefundState.POSTED);
    }

    @Test
    void only_the_parties_of_a_charge_ask_for_its_refund_and_for_no_more_than_it_took() {
        ChargeId charge = sales.run(today);
        refused(ErrorCode.NOT_FOUND, () -> refunds.ask(new Market().bank, wish(charge, "20.00")));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> refunds.ask(sales.market.bank, wish(charge, "500.01")));
    }

    private static RefundRequest wish(ChargeId charge, String amount) {
        return new RefundRequest(charge, Optional.of(Money.cny(amount)), "not as agreed");
    }

    @Test
    void a_refund_above_the_threshold_waits_for_a_second_operator() {
        ChargeId charge = sales.run(today);
        System.setProperty("bourse.settlement.four-eyes-above", "100.00");
        Refund proposed;
        try {
            proposed = refund(charge, Optional.of(Money.cny("100.01")));
        } finally {
            System.clearProperty("bourse.settlement.four-eyes-above");
        }
        assertThat(proposed.state()).isEqualTo(RefundState.PROPOSED);
        assertThat(Purse.payable(sales)).isEqualTo(49_000);
        refused(ErrorCode.SELF_REVIEW, () -> refunds.approve(operator, proposed.id()));

        Caller second = new Caller("second", Set.of(Role.OPERATOR));
        assertThat(refunds.approve(second, proposed.id()).state()).isEqualTo(RefundState.POSTED);
        refused(ErrorCode.STATE_CONFLICT, () -> refunds.approve(second, proposed.id()));
        assertThat(Purse.payable(sales)).isEqualTo(49_000 - 9_801);
    }

    @Test
    void only_operators_refund_and_only_the_two_sides_read_of_it() {
        ChargeId charge = sales.run(today);
        RefundRequest wish = new RefundRequest(charge, Optional.empty(), "please");
        refused(ErrorCode.FORBIDDEN, () -> refunds.refund(sales.market.bank, wish));
        Refund refund = refund(charge, Optional.empty());

        assertThat(refunds.find(sales.market.airline, refund.id())).isEqualTo(refund);
        assertThat(refunds.list(sales.market.bank, PageRequest.first(5)).items())
                .containsExactly(refund);
        Market elsewhere = new Market();
        refused(ErrorCode.NOT_FOUND, () -> refunds.find(elsewhere.bank, refund.id()));
    }

    private Refund refund(ChargeId charge, Optional<Money> amount) {
        return refunds.refund(operator, new RefundRequest(charge, amount, "wrong result"));
    }

    private List<Charge> charges() {
        return exchange.bean(SettlementService.class)
                .charges(sales.market.bank, sales.contract.id(), PageRequest.first(50))
                .items();
    }

    private static long sum(List<Charge> charges, java.util.function.Function<Charge, Money> part) {
        return charges.stream().map(part).mapToLong(Money::minor).sum();
    }

    /// As the bank's run would.
    private void payOut(long amount) {
        var payable =
                SettlementAccounts.payable(
                        sales.contract.provider(), PartnerRole.PROVIDER, CurrencyCode.CNY);
        var legs =
                Flow.legs(
                        List.of(new Flow(payable, amount)),
                        List.of(new Flow(SettlementAccounts.cash(CurrencyCode.CNY), amount)));
        TestDatabase.get()
                .inTransaction(() ->
                        exchange.bean(LedgerService.class)
                                .postNow(
                                        new TransferRequest(
                                                "test-payout:" + sales.contract.id(),
                                                legs,
                                                "PAYOUT",
                                                "test")));
    }
}
