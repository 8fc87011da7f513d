package io.databourse.web.contract;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.quota.ContractUse;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.function.BiConsumer;

/// Whether a contract may be used, and why not; the operator stops it here and lets it go on.
final class UseCard extends Div {
    private final Contract contract;
    private final ContractUse use;

    /// @param change stops it, or lets it go on, for a reason
    UseCard(Contract contract, ContractUse use, BiConsumer<Boolean, String> change) {
        this.contract = contract;
        this.use = use;
        addClassName("card");
        if (use.stopped()) {
            addClassName("problem");
            getElement().setAttribute("role", "alert");
        }
        setId("use");
        add(new H2(Texts.t("use.title")), Blocks.paragraph(Texts.t(hint())), facts());
        if (CurrentUser.has(Role.OPERATOR)) {
            if (isWithBuyer()) {
                var buyer =
                        Blocks.link(
                                Texts.t("use.toBuyer", contract.consumerName()),
                                "applicants/" + contract.consumer());
                buyer.setId("to-buyer");
                add(buyer);
            } else if (use.stopped()) {
                add(
                        Actions.command(
                                "release", Texts.t("stopped.release"), () -> ask(false, change)));
            } else {
                add(Actions.danger("freeze", Texts.t("use.freeze"), () -> ask(true, change)));
            }
        }
    }

    private boolean isWithBuyer() {
        return use.stopped() && use.withBuyer();
    }

    private String hint() {
        if (isWithBuyer()) {
            return "use.withBuyer";
        }
        return use.stopped() ? "use.whatToDo" : "use.hint";
    }

    private Facts facts() {
        var state =
                use.stopped()
                        ? Tags.bad(Texts.t("stopped.stopped"))
                        : Tags.good(Texts.t("stopped.goesOn"));
        state.setId("use-state");
        state.getElement().setAttribute("data-state", use.stopped() ? "STOPPED" : "GOES_ON");
        Facts facts = new Facts().add("table.state", state);
        use.reason().ifPresent(why -> facts.add("stopped.reason", why));
        use.since().ifPresent(at -> facts.add("stopped.since", new When(at)));
        return facts;
    }

    private void ask(boolean stop, BiConsumer<Boolean, String> change) {
        new ReasonDialog(
                        Texts.t(stop ? "use.freeze" : "stopped.release"),
                        Texts.t(
                                stop ? "use.freezeHint" : "use.releaseHint",
                                contract.productName(),
                                contract.consumerName()),
                        reason -> change.accept(stop, reason))
                .open();
    }
}
