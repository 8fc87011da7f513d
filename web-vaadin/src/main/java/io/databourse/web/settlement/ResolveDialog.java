package io.databourse.web.settlement;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.settlement.payout.Payout;
import io.databourse.settlement.payout.PayoutResolution;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.settlement.payout.PayoutState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;

/// Takes an operator's word for what became of a payment. Wrong, it pays twice or never.
final class ResolveDialog extends Dialog {
    private final PayoutService payouts;
    private final Payout payout;
    private final Runnable done;
    private final TextField reference =
            Inputs.name(new TextField(), "reference", "payout.reference");

    ResolveDialog(PayoutService payouts, Payout payout, Runnable done) {
        this.payouts = payouts;
        this.payout = payout;
        this.done = done;
        setHeaderTitle(Texts.t("payout.resolve"));
        setWidth("560px");
        reference.setHelperText(Texts.t("payout.referenceHint"));
        add(
                new Facts()
                        .add("payout.payee", payout.name())
                        .add("payout.amount", Figures.of(payout.amount()))
                        .mono("payout.id", payout.id().value()),
                Blocks.next(Texts.t("payout.resolveHint")),
                Blocks.div("form one", reference));
        getFooter()
                .add(
                        Actions.quiet("resolve-cancel", Texts.t("action.cancel"), this::close),
                        Actions.danger(
                                "resolve-rejected",
                                Texts.t("payout.wasRejected"),
                                () -> resolve(PayoutState.REJECTED)),
                        Actions.primary(
                                "resolve-paid",
                                Texts.t("payout.wasPaid"),
                                () -> resolve(PayoutState.PAID)));
    }

    private void resolve(PayoutState outcome) {
        Inputs.require(reference);
        Payout after =
                payouts.resolve(
                        CurrentUser.caller(),
                        payout.id(),
                        new PayoutResolution(outcome, reference.getValue()));
        Problems.done(
                Texts.t(
                        after.state() == PayoutState.UNKNOWN
                                ? "approval.second"
                                : "payout.resolved"));
        close();
        done.run();
    }
}
