package io.databourse.web.dispute;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.money.Money;
import io.databourse.settlement.Charge;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.settlement.dispute.DisputeRequest;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.List;

/// Says what follows from a dispute before one is opened.
public final class OpenDisputeDialog extends Dialog {
    private final DisputeService disputes;
    private final List<Charge> charges;
    private final TextField amount = Amounts.input("dispute-amount", "dispute.amount");
    private final TextArea reason = Inputs.name(new TextArea(), "reason", "dispute.reason");

    /// @param charges at least one, all of one contract
    public OpenDisputeDialog(DisputeService disputes, List<Charge> charges) {
        this.disputes = disputes;
        this.charges = List.copyOf(charges);
        setHeaderTitle(Texts.t("dispute.open"));
        setWidth("560px");
        Money sum = charges.stream().map(Charge::gross).reduce(Money::add).orElseThrow();
        amount.setPlaceholder(sum.amount());
        amount.setHelperText(Texts.t("dispute.amountHint"));
        add(
                Blocks.paragraph(Texts.t("dispute.about", charges.size(), Figures.of(sum))),
                Blocks.div("form one", amount, reason),
                Blocks.next(Texts.t("dispute.openHint")));
        getFooter()
                .add(
                        Actions.quiet("dispute-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "dispute-confirm", Texts.t("dispute.openNow"), this::dispute));
    }

    private void dispute() {
        Inputs.require(reason);
        Dispute dispute =
                disputes.open(
                        CurrentUser.caller(),
                        new DisputeRequest(
                                charges.stream().map(Charge::id).toList(),
                                Amounts.ifAny(amount),
                                reason.getValue()));
        close();
        UI.getCurrent().navigate(DisputeNavigation.address(dispute.id()));
    }
}
