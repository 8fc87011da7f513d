package io.databourse.web.dispute;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.settlement.dispute.DisputeService;
import io.databourse.settlement.dispute.Refund;
import io.databourse.settlement.dispute.RefundService;
import io.databourse.settlement.dispute.RefundState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Objections to charges, and money that was given back.
@Route(value = "disputes", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class DisputeListView extends Page implements BeforeEnterObserver {
    private final DisputeService disputes;
    private final RefundService refunds;
    private final DisputeTexts texts;

    @Inject
    DisputeListView(DisputeService disputes, RefundService refunds, DisputeTexts texts) {
        this.disputes = disputes;
        this.refunds = refunds;
        this.texts = texts;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.disputes"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        show(disputes(), Blocks.subtitle(Texts.t("refund.title")), refunds());
    }

    private Component disputes() {
        return new DataTable<Dispute>(
                        "disputes",
                        Blocks.empty(
                                Texts.t("disputes.empty"),
                                Blocks.link(Texts.t("nav.statements"), "statements")))
                .column(
                        "dispute.what",
                        dispute -> texts.product(dispute.contractId()),
                        dispute ->
                                Blocks.div(
                                        "two",
                                        Blocks.link(
                                                texts.product(dispute.contractId()),
                                                DisputeNavigation.address(dispute.id())),
                                        Blocks.muted(
                                                texts.parties(
                                                        dispute.consumer(), dispute.provider()))))
                .number("dispute.amount", Dispute::amount, dispute -> Figures.of(dispute.amount()))
                .column(
                        "table.state",
                        dispute -> Texts.of(dispute.state()),
                        dispute -> Tags.state(dispute.state()))
                .ordered(
                        "dispute.openedAt",
                        Dispute::openedAt,
                        dispute -> dispute.openedAt().toString(),
                        dispute -> new When(dispute.openedAt()))
                .from(page -> disputes.list(CurrentUser.caller(), page));
    }

    private Component refunds() {
        DataTable<Refund> table =
                new DataTable<Refund>("refunds", Blocks.empty(Texts.t("refunds.empty")))
                        .aside()
                        .column(
                                "dispute.what",
                                refund -> texts.product(refund.contractId()),
                                refund ->
                                        Blocks.div(
                                                "two",
                                                Blocks.link(
                                                        texts.product(refund.contractId()),
                                                        "story/" + refund.chargeId()),
                                                Blocks.muted(
                                                        texts.parties(
                                                                refund.consumer(),
                                                                refund.provider()))))
                        .number(
                                "refund.amount",
                                Refund::amount,
                                refund -> Figures.of(refund.amount()))
                        .column("input.reason", Refund::reason, this::reasons)
                        .column(
                                "table.state",
                                refund -> Texts.of(refund.state()),
                                refund -> Tags.state(refund.state()))
                        .ordered(
                                "refund.at",
                                Refund::proposedAt,
                                refund -> refund.proposedAt().toString(),
                                refund -> new When(refund.proposedAt()));
        if (CurrentUser.has(Role.OPERATOR)) {
            table.column("review.act", refund -> "", this::decision);
        }
        return table.from(page -> refunds.list(CurrentUser.caller(), page));
    }

    /// Why it is wanted, by whom, and why it was declined.
    private Component reasons(Refund refund) {
        Div reasons = Blocks.div("lines", Said.text(refund.reason()));
        refund.askedBy()
                .ifPresent(party ->
                        reasons.add(Blocks.muted(Texts.t("refund.askedBy", texts.party(party)))));
        refund.decisionReason()
                .ifPresent(why -> reasons.add(Blocks.muted(Texts.t("refund.declined", why))));
        return reasons;
    }

    private Component decision(Refund refund) {
        if (refund.state() != RefundState.ASKED && refund.state() != RefundState.PROPOSED) {
            return Blocks.text("");
        }
        return Blocks.row(
                Actions.command(
                        "approve-" + refund.id(), Texts.t("refund.grant"), () -> grant(refund)),
                Actions.danger(
                        "decline-" + refund.id(),
                        Texts.t("refund.decline"),
                        () -> decline(refund)));
    }

    private void grant(Refund refund) {
        Refund after = refunds.approve(CurrentUser.caller(), refund.id());
        Problems.done(Texts.t("refund.said." + after.state()));
        build();
    }

    private void decline(Refund refund) {
        new ReasonDialog(
                        Texts.t("refund.decline"),
                        reason -> {
                            refunds.decline(CurrentUser.caller(), refund.id(), reason);
                            build();
                        })
                .open();
    }
}
