package io.databourse.web.dispute;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.settlement.Charge;
import io.databourse.settlement.dispute.Refund;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.function.Function;

/// Money back for a charge: an operator gives it, others ask for it.
public final class RefundDialog extends Dialog {
    private final Charge charge;
    private final Runnable done;
    private final TextField amount = Amounts.input("refund-amount", "refund.amount");
    private final TextArea reason = Inputs.name(new TextArea(), "reason", "input.reason");

    private RefundDialog(
            String key, Charge charge, Function<RefundRequest, Refund> command, Runnable done) {
        this.charge = charge;
        this.done = done;
        setHeaderTitle(Texts.t(key));
        setWidth("560px");
        amount.setPlaceholder(charge.gross().amount());
        amount.setHelperText(Texts.t("refund.amountHint", Figures.of(charge.gross())));
        add(Blocks.div("form one", amount, reason), Blocks.next(Texts.t(key + "Hint")));
        getFooter()
                .add(
                        Actions.quiet("refund-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary("refund-confirm", Texts.t(key), () -> run(command)));
    }

    /// @param done is run when it was given
    public static RefundDialog give(RefundService refunds, Charge charge, Runnable done) {
        return new RefundDialog(
                "refund.give",
                charge,
                request -> refunds.refund(CurrentUser.caller(), request),
                done);
    }

    /// @param done is run when it was asked for
    public static RefundDialog ask(RefundService refunds, Charge charge, Runnable done) {
        return new RefundDialog(
                "refund.ask", charge, request -> refunds.ask(CurrentUser.caller(), request), done);
    }

    private void run(Function<RefundRequest, Refund> command) {
        Inputs.require(reason);
        Refund refund =
                command.apply(
                        new RefundRequest(charge.id(), Amounts.ifAny(amount), reason.getValue()));
        Problems.done(Texts.t("refund.said." + refund.state()));
        close();
        done.run();
    }
}
