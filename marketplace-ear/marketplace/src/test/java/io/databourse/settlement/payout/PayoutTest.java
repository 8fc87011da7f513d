package io.databourse.settlement.payout;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.databourse.settlement.Purse;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.payout.SimulatedBank.Behaviour;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayoutTest {
    private final Exchange exchange = Exchange.get();
    private final Sales sales = new Sales(new Market());
    private final BatchService batches = exchange.bean(BatchService.class);
    private final PayoutService payouts = exchange.bean(PayoutService.class);
    private final PayoutSteps steps = exchange.bean(PayoutSteps.class);
    private final PayoutSender sender = exchange.bean(PayoutSender.class);
    private final Caller operator = sales.market.operator;

    @Test
    void a_payment_goes_from_the_payable_through_clearing_to_cash() {
        Payout order = order();
        assertThat(order.state()).isEqualTo(PayoutState.READY);
        assertThat(Purse.payable(sales)).isZero();
        sender.pass();

        Payout paid = payouts.find(sales.market.airline, order.id());
        assertThat(paid.state()).isEqualTo(PayoutState.PAID);
        assertThat(paid.reference()).contains("SIMULATED-" + order.id());
        assertThat(cashEntries(order)).hasSize(1);
        assertThat(payouts.earnings(sales.market.airline).payable()).isEqualTo(Money.cny("0.00"));
        assertThat(Purse.balanced()).isTrue();
    }

    @Test
    void a_rejected_payment_comes_back_and_goes_with_the_next_batch() {
        plan(Behaviour.REJECT);
        Payout order = order();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.REJECTED);
        assertThat(Purse.payable(sales)).isEqualTo(49_000);

        plan(Behaviour.PAY);
        batches.settle(operator, Optional.of(Days.next()));
        sender.pass();
        assertThat(newest().state()).isEqualTo(PayoutState.PAID);
        assertThat(newest().amount()).isEqualTo(Money.cny("490.00"));
        assertThat(Purse.payable(sales)).isZero();
    }

    @Test
    void nobody_is_paid_while_it_is_not_known_what_became_of_the_last_payment() {
        plan(Behaviour.SAY_NOTHING);
        Payout order = order();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.UNKNOWN);
        later();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.UNKNOWN);

        LocalDate next = Days.next();
        sales.run(next.minusDays(1));
        SettlementBatch batch = batches.settle(operator, Optional.of(next));
        BatchItem item =
                batches.items(operator, batch.id()).stream()
                        .filter(each -> each.party().equals(sales.contract.provider()))
                        .findFirst()
                        .orElseThrow();
        assertThat(item.blocked()).isTrue();
        assertThat(item.paid()).isEqualTo(Money.cny("0.00"));
        assertThat(item.carried()).isEqualTo(Money.cny("490.00"));
        assertThat(payouts.earnings(sales.market.airline).onItsWay())
                .isEqualTo(Money.cny("490.00"));
    }

    @Test
    void a_payment_of_which_the_answer_was_lost_is_found_by_inquiry_and_made_once() {
        plan(Behaviour.PAY_AND_LOSE_THE_ANSWER);
        Payout order = order();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.UNKNOWN);
        later();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.PAID);
        assertThat(cashEntries(order)).hasSize(1);
    }

    @Test
    void an_order_that_never_reached_the_bank_is_sent_again() {
        plan(Behaviour.LOSE_THE_ORDER);
        Payout order = order();
        sender.pass();
        plan(Behaviour.PAY);
        later();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.READY);
        sender.pass();
        Payout paid = payouts.find(operator, order.id());
        assertThat(paid.state()).isEqualTo(PayoutState.PAID);
        assertThat(paid.attempts()).isEqualTo(2);
        assertThat(cashEntries(order)).hasSize(1);
    }

    @Test
    void an_instance_that_dies_after_the_bank_has_paid_does_not_pay_twice() {
        Payout order = order();
        Payout sending = steps.send(order.id()).orElseThrow();
        exchange.bean(SimulatedBank.class).pay(sending);
        // Here the instance dies, before it books the answer.
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.SENDING);
        later();
        sender.pass();
        assertThat(state(order)).isEqualTo(PayoutState.PAID);
        assertThat(cashEntries(order)).hasSize(1);
        assertThat(Purse.balanced()).isTrue();
    }

    @Test
    void a_bank_may_call_back_twice_and_a_contradiction_books_nothing() {
        Payout order = order();
        steps.send(order.id());
        assertThat(payouts.told(order.id(), new PayoutResult.Paid("B-1"))).isTrue();
        assertThat(payouts.told(order.id(), new PayoutResult.Paid("B-1"))).isTrue();
        assertThat(payouts.told(order.id(), new PayoutResult.Unknown("late"))).isTrue();
        assertThat(payouts.told(order.id(), new PayoutResult.Rejected("closed"))).isFalse();
        assertThat(state(order)).isEqualTo(PayoutState.PAID);
        assertThat(cashEntries(order)).hasSize(1);
        assertThat(Purse.payable(sales)).isZero();
    }

    @Test
    void an_operator_resolves_what_the_bank_does_not_say() {
        plan(Behaviour.SAY_NOTHING);
        Payout order = order();
        var rejected = new PayoutResolution(PayoutState.REJECTED, "letter of the bank");
        refused(ErrorCode.STATE_CONFLICT, () -> payouts.resolve(operator, order.id(), rejected));
        sender.pass();
        System.setProperty("bourse.settlement.four-eyes-above", "100.00");
        try {
            assertThat(payouts.resolve(operator, order.id(), rejected).state())
                    .isEqualTo(PayoutState.UNKNOWN);
            refused(ErrorCode.SELF_REVIEW, () -> payouts.resolve(operator, order.id(), rejected));
            Caller second = new Caller("second", Set.of(Role.OPERATOR));
            assertThat(payouts.resolve(second, order.id(), rejected).state())
                    .isEqualTo(PayoutState.REJECTED);
        } finally {
            System.clearProperty("bourse.settlement.four-eyes-above");
        }
        assertThat(Purse.payable(sales)).isEqualTo(49_000);
    }

    @Test
    void a_bank_that_breaks_has_said_nothing() {
        Payout order = order();
        PayoutProvider broken =
                new PayoutProvider() {
                    @Override
                    public String name() {
                        return "BrokenBank";
                    }

                    @Override
                    public PayoutResult pay(Payout asked) {
                        throw new IllegalStateException("connection reset");
                    }

                    @Override
                    public PayoutResult inquire(Payout asked) {
                        throw new IllegalStateException("connection reset");
                    }
                };
        new PayoutSender(steps, broken).pass();
        assertThat(state(order)).isEqualTo(PayoutState.UNKNOWN);
        assertThat(cashEntries(order)).isEmpty();
    }

    private Payout order() {
        LocalDate day = Days.next();
        sales.run(day.minusDays(1));
        batches.settle(operator, Optional.of(day));
        return newest();
    }

    private Payout newest() {
        return payouts.list(sales.market.airline, Optional.empty(), PageRequest.first(1))
                .items()
                .getFirst();
    }

    private PayoutState state(Payout order) {
        return payouts.find(operator, order.id()).state();
    }

    private void plan(Behaviour behaviour) {
        exchange.bean(SimulatedBank.class)
                .plan(operator, new SimulatedBank.Plan(sales.contract.provider(), behaviour));
    }

    private void later() {
        exchange.clock().advance(Duration.ofMinutes(2));
    }

    private List<Entry> cashEntries(Payout order) {
        return TestDatabase.get()
                .inTransaction(() ->
                        exchange.bean(LedgerService.class)
                                .entries(
                                        SettlementAccounts.cash(CurrencyCode.CNY),
                                        Long.MAX_VALUE,
                                        1000))
                .stream()
                .filter(entry -> entry.subjectId().equals(order.id().value()))
                .toList();
    }
}
