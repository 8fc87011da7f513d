package io.databourse.web.dispute;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.settlement.Charge;
import io.databourse.settlement.dispute.Refund;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
import io.databourse.settlement.dispute.RefundState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;

/// An operator gives back money for a charge.
public final class RefundDialog extends Dialog {
    public RefundDialog(RefundService refunds, Charge charge, Runnable done) {
        setHeaderTitle(Texts.t("refund.give"));
        setWidth("560px");
        TextField amount = Amounts.input("refund-amount", "refund.amount");
        amount.setPlaceholder(charge.gross().amount());
        amount.setHelperText(Texts.t("refund.amountHint", Figures.of(charge.gross())));
        TextArea reason = Inputs.name(new TextArea(), "reason", "input.reason");
        add(Blocks.div("form one", amount, reason), Blocks.next(Texts.t("refund.hint")));
        getFooter()
                .add(
                        Actions.quiet("refund-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "refund-confirm",
                                Texts.t("refund.give"),
                                () -> {
                                    Inputs.require(reason);
                                    Refund refund =
                                            refunds.refund(
                                                    CurrentUser.caller(),
                                                    new RefundRequest(
                                                            charge.id(),
                                                            Amounts.ifAny(amount),
                                                            reason.getValue()));
                                    Problems.done(
                                            Texts.t(
                                                    refund.state() == RefundState.POSTED
                                                            ? "refund.done"
                                                            : "approval.second"));
                                    close();
                                    done.run();
                                }));
    }
}
