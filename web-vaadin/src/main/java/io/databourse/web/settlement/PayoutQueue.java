package io.databourse.web.settlement;

import com.vaadin.flow.component.Component;
import io.databourse.call.Role;
import io.databourse.settlement.payout.Payout;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.settlement.payout.PayoutState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.Optional;

/// Everybody's payments; one of which nothing is known waits for an operator who finds out.
final class PayoutQueue {
    private final PayoutService payouts;
    private final Runnable done;

    PayoutQueue(PayoutService payouts, Runnable done) {
        this.payouts = payouts;
        this.done = done;
    }

    Component table() {
        DataTable<Payout> table =
                new DataTable<Payout>("payouts", Blocks.empty(Texts.t("payout.empty")))
                        .aside()
                        .ordered(
                                "payout.createdAt",
                                Payout::createdAt,
                                payout -> payout.createdAt().toString(),
                                payout -> new When(payout.createdAt()))
                        .column("payout.payee", Payout::name)
                        .number(
                                "payout.amount",
                                Payout::amount,
                                payout -> Figures.of(payout.amount()))
                        .column(
                                "table.state",
                                payout -> Texts.of(payout.state()),
                                payout -> Tags.state(payout.state()))
                        .number(
                                "payout.attempts",
                                Payout::attempts,
                                payout -> Figures.of(payout.attempts()))
                        .column("payout.said", PayoutQueue::said, PayoutQueue::saidBy);
        if (CurrentUser.has(Role.OPERATOR)) {
            table.column("review.act", payout -> "", this::act);
        }
        return table.from(page -> payouts.list(CurrentUser.caller(), Optional.empty(), page));
    }

    private static String said(Payout payout) {
        return payout.reference().or(payout::detail).orElse("–");
    }

    private static Component saidBy(Payout payout) {
        return payout.reference()
                .<Component>map(Blocks::mono)
                .orElseGet(() -> Said.text(said(payout)));
    }

    private Component act(Payout payout) {
        return payout.state() == PayoutState.UNKNOWN
                ? Actions.command(
                        "resolve-" + payout.id(),
                        Texts.t("payout.resolve"),
                        () -> new ResolveDialog(payouts, payout, done).open())
                : Blocks.text("");
    }
}
