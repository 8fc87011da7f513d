package io.databourse.web.revenue;

import com.vaadin.flow.component.Component;
import io.databourse.settlement.payout.Payout;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.Optional;

/// Payments to the organisation. The bank is simulated, and that is said.
final class PayoutTable {
    private final PayoutService payouts;

    PayoutTable(PayoutService payouts) {
        this.payouts = payouts;
    }

    Component ofOwn() {
        return Blocks.div(
                "stack",
                Blocks.row(
                        Blocks.subtitle(Texts.t("payout.title")),
                        Tags.warn(Texts.t("payout.simulated"))),
                new DataTable<Payout>("payouts", Blocks.empty(Texts.t("payout.empty")))
                        .aside()
                        .ordered(
                                "payout.createdAt",
                                Payout::createdAt,
                                payout -> payout.createdAt().toString(),
                                payout -> new When(payout.createdAt()))
                        .number(
                                "payout.amount",
                                Payout::amount,
                                payout -> Figures.of(payout.amount()))
                        .column(
                                "table.state",
                                payout -> Texts.of(payout.state()),
                                payout -> Tags.state(payout.state()))
                        .column("payout.reference", payout -> payout.reference().orElse("–"))
                        .from(page -> payouts.list(CurrentUser.caller(), Optional.empty(), page)));
    }
}
