package io.databourse.settlement.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Asks the bank, between the steps and outside every transaction. It may stop anywhere and be
/// started again anywhere.
@ApplicationScoped
public class PayoutSender {
    private static final Logger LOG = System.getLogger(PayoutSender.class.getName());

    private final PayoutSteps steps;
    private final PayoutProvider bank;

    @Inject
    PayoutSender(PayoutSteps steps, PayoutProvider bank) {
        this.steps = steps;
        this.bank = bank;
    }

    /// Sends what is ready, and inquires about what is in doubt.
    public void pass() {
        steps.ready().forEach(this::send);
        steps.unknown().forEach(this::inquire);
    }

    private void send(PayoutId id) {
        steps.send(id).ifPresent(order -> steps.record(id, ask(() -> bank.pay(order))));
    }

    private void inquire(PayoutId id) {
        steps.doubt(id).ifPresent(order -> steps.record(id, ask(() -> bank.inquire(order))));
    }

    /// A bank that breaks has said nothing.
    private PayoutResult ask(Question question) {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, bank.name() + " does not answer", e);
            return new PayoutResult.Unknown(bank.name() + " does not answer");
        }
    }

    private interface Question {
        PayoutResult ask();
    }
}
