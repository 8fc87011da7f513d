package io.databourse.web.dispute;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.money.Money;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.settlement.dispute.DisputeDecision;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.DisputeState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes an operator's decision. Above the threshold a second one has to decide the same.
final class DecideDialog extends Dialog {
    private final DisputeService disputes;
    private final Dispute dispute;
    private final Consumer<Dispute> done;
    private final Select<DisputeState> outcome =
            Inputs.name(new Select<>(), "outcome", "dispute.outcome");
    private final TextField award = Amounts.input("award", "dispute.award");
    private final TextArea reason = Inputs.name(new TextArea(), "reason", "input.reason");

    DecideDialog(DisputeService disputes, Dispute dispute, Consumer<Dispute> done) {
        this.disputes = disputes;
        this.dispute = dispute;
        this.done = done;
        setHeaderTitle(Texts.t("dispute.decide"));
        setWidth("560px");
        outcome.setItems(DisputeState.UPHELD, DisputeState.PARTIAL, DisputeState.REJECTED);
        outcome.setItemLabelGenerator(Texts::of);
        outcome.setValue(dispute.outcome().orElse(DisputeState.UPHELD));
        outcome.addValueChangeListener(change -> showAward());
        award.setHelperText(Texts.t("dispute.awardHint", Figures.of(dispute.amount())));
        if (dispute.outcome().filter(DisputeState.PARTIAL::equals).isPresent()) {
            dispute.award().map(Money::amount).ifPresent(award::setValue);
        }
        showAward();
        add(
                Blocks.div("form one", outcome, award, reason),
                Blocks.next(
                        Texts.t(
                                dispute.approvalsNeeded() > 1
                                        ? "dispute.hintTwo"
                                        : "dispute.hintOne")));
        getFooter()
                .add(
                        Actions.quiet("decide-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "decide-confirm", Texts.t("dispute.decideNow"), this::decide));
    }

    private void showAward() {
        award.setVisible(outcome.getValue() == DisputeState.PARTIAL);
    }

    private void decide() {
        Inputs.require(outcome, reason);
        Optional<Money> given =
                award.isVisible() ? Optional.of(Amounts.of(award)) : Optional.empty();
        Dispute after =
                disputes.decide(
                        CurrentUser.caller(),
                        dispute.id(),
                        new DisputeDecision(Inputs.value(outcome), given, reason.getValue()));
        Problems.done(
                Texts.t(after.decidedAt().isPresent() ? "dispute.isDecided" : "approval.second"));
        close();
        done.accept(after);
    }
}
