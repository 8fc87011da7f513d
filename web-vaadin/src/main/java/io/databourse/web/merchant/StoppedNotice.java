package io.databourse.web.merchant;

import com.vaadin.flow.component.html.Div;
import io.databourse.merchant.Merchant;
import io.databourse.quota.FrozenBuyer;
import io.databourse.quota.FrozenBuyers;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.Optional;

/// Tells a buyer that the operator has stopped all its use, why, and what it can do.
final class StoppedNotice extends Div {
    private StoppedNotice(FrozenBuyer stopped, Merchant own) {
        addClassNames("card", "problem");
        setId("stopped");
        getElement().setAttribute("role", "alert");
        add(
                Blocks.text("problem-title", Texts.t("stopped.notice", own.name())),
                new Facts()
                        .add("stopped.reason", stopped.reason())
                        .add("stopped.since", new When(stopped.at())),
                Blocks.text("problem-help", Texts.t("stopped.whatToDo", own.id())));
    }

    /// Nothing for those who may go on.
    static Optional<StoppedNotice> of(FrozenBuyers buyers, Merchant own) {
        return buyers.find(CurrentUser.caller(), own.id())
                .filter(FrozenBuyer::frozen)
                .map(stopped -> new StoppedNotice(stopped, own));
    }
}
