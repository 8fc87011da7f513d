package io.databourse.settlement.payout;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.merchant.MerchantId;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// A bank that is none: it writes down what it would have paid, and no money moves anywhere. Its
/// book is apart from the exchange's: it keeps what it did even if the exchange's transaction
/// fails.
///
/// An operator can tell it to misbehave towards a payee, to see what the exchange makes of it.
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class SimulatedBank implements PayoutProvider {
    private final JpaSql sql;
    private final Clock clock;

    @Inject
    SimulatedBank(JpaSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "SimulatedBank";
    }

    @Override
    public PayoutResult pay(Payout order) {
        return switch (behaviour(order.party())) {
            case PAY -> enter(order, true);
            case REJECT -> enter(order, false);
            case PAY_AND_LOSE_THE_ANSWER -> {
                enter(order, true);
                yield new PayoutResult.Unknown("simulated: the answer was lost");
            }
            case LOSE_THE_ORDER -> new PayoutResult.Unknown("simulated: the order was lost");
            case SAY_NOTHING -> new PayoutResult.Unknown("simulated: no answer");
        };
    }

    @Override
    public PayoutResult inquire(Payout order) {
        if (behaviour(order.party()) == Behaviour.SAY_NOTHING) {
            return new PayoutResult.Unknown("simulated: no answer");
        }
        return entered(order).orElse(new PayoutResult.NotReceived());
    }

    /// Tells the bank how to treat a payee from now on.
    public Plan plan(Caller caller, Plan plan) {
        caller.require(Role.OPERATOR);
        sql.run(
                """
                insert into simulated_bank_plan values (?, ?)
                on conflict (payee) do update set behaviour = excluded.behaviour
                """,
                plan.payee().value(),
                plan.behaviour());
        return plan;
    }

    private Behaviour behaviour(MerchantId payee) {
        return sql.first(
                        "select behaviour from simulated_bank_plan where payee = ?",
                        row -> Behaviour.valueOf(row.getString(1)),
                        payee.value())
                .orElse(Behaviour.PAY);
    }

    /// The first entry of an order counts.
    private PayoutResult enter(Payout order, boolean paid) {
        sql.run(
                "insert into simulated_bank_payment values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                order.id().value(),
                order.party().value(),
                order.amount().minor(),
                order.amount().currency(),
                paid,
                "SIMULATED-" + order.id(),
                clock.instant());
        return entered(order).orElseThrow();
    }

    private Optional<PayoutResult> entered(Payout order) {
        return sql.first(
                "select paid, reference from simulated_bank_payment where order_id = ?",
                row -> result(row.getBoolean("paid"), row.getString("reference")),
                order.id().value());
    }

    private static PayoutResult result(boolean paid, String reference) {
        return paid
                ? new PayoutResult.Paid(reference)
                : new PayoutResult.Rejected("simulated: the account is closed");
    }

    /// How the bank treats a payee.
    public enum Behaviour {
        PAY,
        REJECT,
        PAY_AND_LOSE_THE_ANSWER,
        LOSE_THE_ORDER,
        SAY_NOTHING
    }

    /// @param payee whose payments
    public record Plan(MerchantId payee, Behaviour behaviour) {}
}
