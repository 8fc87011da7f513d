package io.databourse.web.dispute;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.settlement.dispute.DisputeId;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.DisputeState;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// One dispute: what is objected to, what the log knows about it, and how it was decided.
@Route(value = "disputes/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class DisputeView extends Page implements BeforeEnterObserver {
    private final DisputeService disputes;
    private final MerchantService merchants;
    private final DisputeTexts texts;
    private final DisputeEvidenceTable evidence;

    @Inject
    DisputeView(
            DisputeService disputes,
            MerchantService merchants,
            DisputeTexts texts,
            DisputeEvidenceTable evidence) {
        this.disputes = disputes;
        this.merchants = merchants;
        this.texts = texts;
        this.evidence = evidence;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.disputes"), "disputes"));
        build(disputes.find(CurrentUser.caller(), Address.id(event, DisputeId::new)));
    }

    private void build(Dispute dispute) {
        title(texts.product(dispute.contractId()));
        Component state = Tags.state(dispute.state());
        state.setId("dispute-state");
        beside(state, Tags.plain(Figures.of(dispute.amount())));
        actions(buttons(dispute));
        show(
                steps(dispute),
                Blocks.next(Texts.t("dispute.next." + dispute.state())),
                Blocks.div("grid g2", Blocks.div("grid", words(dispute)), facts(dispute)),
                Blocks.subtitle(Texts.t("dispute.evidence")),
                evidence.table(dispute));
    }

    private Component[] buttons(Dispute dispute) {
        if (isEnded(dispute)) {
            return new Component[0];
        }
        if (CurrentUser.has(Role.OPERATOR)) {
            return new Component[] {
                Actions.primary(
                        "decide",
                        Texts.t("dispute.decide"),
                        () -> new DecideDialog(disputes, dispute, this::build).open())
            };
        }
        boolean own =
                CurrentUser.has(Role.BUYER)
                        && merchants
                                .organisationOf(CurrentUser.caller())
                                .map(Merchant::id)
                                .filter(dispute.consumer()::equals)
                                .isPresent();
        return own
                ? new Component[] {
                    Actions.danger(
                            "withdraw",
                            Texts.t("dispute.withdraw"),
                            () -> build(disputes.withdraw(CurrentUser.caller(), dispute.id())))
                }
                : new Component[0];
    }

    private static boolean isEnded(Dispute dispute) {
        return dispute.decidedAt().isPresent();
    }

    private static Component steps(Dispute dispute) {
        boolean proposed = dispute.state() == DisputeState.PROPOSED;
        return new Stepper(
                List.of(
                        Texts.t("dispute.step.held"),
                        Texts.t("dispute.step.decision"),
                        Texts.t("dispute.step.booked")),
                isEnded(dispute) ? 3 : proposed ? 2 : 1,
                false);
    }

    private static Component words(Dispute dispute) {
        Div words =
                Blocks.div(
                        "grid",
                        Blocks.card(Texts.t("dispute.reason"), Said.text(dispute.reason())));
        dispute.decisionReason().ifPresent(reason -> words.add(decision(dispute, reason)));
        return words;
    }

    private static Component decision(Dispute dispute, String reason) {
        Facts facts = new Facts();
        dispute.outcome().ifPresent(outcome -> facts.add("dispute.outcome", Tags.state(outcome)));
        dispute.award().ifPresent(award -> facts.add("dispute.award", Figures.of(award)));
        facts.add("input.reason", Said.text(reason));
        dispute.decidedAt().ifPresent(at -> facts.add("dispute.decidedAt", new When(at)));
        return Blocks.card(
                Texts.t(isEnded(dispute) ? "dispute.decision" : "dispute.proposal"), facts);
    }

    private Component facts(Dispute dispute) {
        return Blocks.card(
                Texts.t("dispute.title"),
                new Facts()
                        .add(
                                "dispute.parties",
                                texts.parties(dispute.consumer(), dispute.provider()))
                        .add("dispute.amount", Figures.of(dispute.amount()))
                        .add("dispute.charges", Figures.of(dispute.charges().size()))
                        .add("dispute.openedAt", new When(dispute.openedAt()))
                        .add("dispute.approvals", Figures.of(dispute.approvalsNeeded()))
                        .add(
                                "contract.title",
                                Blocks.link(
                                        texts.product(dispute.contractId()),
                                        ContractNavigation.address(dispute.contractId())))
                        .add("evidence.link", StoryNavigation.link(dispute.id().value())));
    }
}
