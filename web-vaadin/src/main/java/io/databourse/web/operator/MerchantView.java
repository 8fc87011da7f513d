package io.databourse.web.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.quota.FrozenBuyer;
import io.databourse.quota.FrozenBuyers;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/// One organisation before the operator, who can stop all that it uses as a buyer and let it go on.
@Route(value = "applicants/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class MerchantView extends Page implements BeforeEnterObserver {
    private final MerchantService merchants;
    private final FrozenBuyers buyers;

    @Inject
    MerchantView(MerchantService merchants, FrozenBuyers buyers) {
        this.merchants = merchants;
        this.buyers = buyers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(merchants.find(CurrentUser.caller(), Address.id(event, MerchantId::new)));
    }

    private void build(Merchant merchant) {
        crumbs(Texts.t("nav.section.trust"), Blocks.link(Texts.t("nav.applicants"), "applicants"));
        title(merchant.name());
        beside(Tags.state(merchant.state()));
        Div grid = Blocks.div("grid g2", facts(merchant));
        if (merchant.state() == MerchantState.ACTIVE) {
            grid.add(use(merchant));
        }
        show(grid);
    }

    private static Component facts(Merchant merchant) {
        Facts facts =
                new Facts()
                        .mono("merchant.id", merchant.id().value())
                        .mono("merchant.creditCode", merchant.creditCode().value())
                        .add("merchant.type", Texts.of(merchant.type()))
                        .add("merchant.contact", merchant.contact())
                        .add("merchant.appliedBy", merchant.appliedBy())
                        .add("merchant.appliedAt", new When(merchant.appliedAt()));
        merchant.decidedAt().ifPresent(at -> facts.add("merchant.decidedAt", new When(at)));
        merchant.decisionReason().ifPresent(why -> facts.add("input.reason", why));
        return Blocks.card(
                Texts.t("merchant.title"),
                facts.add("evidence.link", StoryNavigation.link(merchant.id().value())));
    }

    private Component use(Merchant merchant) {
        Optional<FrozenBuyer> known = buyers.find(CurrentUser.caller(), merchant.id());
        boolean stopped = known.filter(FrozenBuyer::frozen).isPresent();
        var state =
                stopped
                        ? Tags.bad(Texts.t("stopped.stopped"))
                        : Tags.good(Texts.t("stopped.goesOn"));
        state.setId("use-state");
        state.getElement().setAttribute("data-state", stopped ? "STOPPED" : "GOES_ON");
        Facts facts = new Facts().add("table.state", state);
        known.ifPresent(each ->
                facts.add("stopped.reason", each.reason())
                        .add("stopped.since", new When(each.at())));
        known.filter(FrozenBuyer::frozen)
                .ifPresent(each -> facts.add("stopped.contracts", Figures.of(each.contracts())));
        Div card =
                Blocks.card(
                        Texts.t("stopped.title"), Blocks.paragraph(Texts.t("stopped.hint")), facts);
        if (CurrentUser.has(Role.OPERATOR)) {
            card.add(
                    stopped
                            ? Actions.command(
                                    "release",
                                    Texts.t("stopped.release"),
                                    () -> ask(merchant, false))
                            : Actions.danger(
                                    "freeze",
                                    Texts.t("stopped.freeze"),
                                    () -> ask(merchant, true)));
        }
        return card;
    }

    private void ask(Merchant merchant, boolean freeze) {
        String key = freeze ? "stopped.freeze" : "stopped.release";
        new ReasonDialog(
                        Texts.t(key),
                        Texts.t(
                                freeze ? "stopped.freezeHint" : "stopped.releaseHint",
                                merchant.name()),
                        reason -> {
                            FrozenBuyer now =
                                    buyers.freeze(
                                            CurrentUser.caller(), merchant.id(), freeze, reason);
                            build(merchant);
                            Problems.done(
                                    Texts.t(
                                            freeze ? "stopped.isStopped" : "stopped.isReleased",
                                            merchant.name(),
                                            now.contracts()));
                        })
                .open();
    }
}
