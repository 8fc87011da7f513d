package io.databourse.web.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.evidence.InclusionProof;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// One entry of the log, with the proof that it is in the tree the exchange has signed.
@Route(value = "evidence/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.BUYER, Names.OPERATOR, Names.REGULATOR})
class EvidenceEntryView extends Page implements BeforeEnterObserver {
    private final EvidenceService evidence;
    private final Div proof = Blocks.div("proof");

    @Inject
    EvidenceEntryView(EvidenceService evidence) {
        this.evidence = evidence;
        proof.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EvidenceEntry entry = evidence.find(CurrentUser.caller(), Address.id(event, EntryId::new));
        crumbs(Texts.t("nav.section.trust"), Blocks.link(Texts.t("nav.evidence"), "evidence"));
        title(EvidenceTexts.type(entry) + " " + EvidenceView.index(entry));
        beside(Tags.accent(EvidenceTexts.stage(entry)));
        actions(Actions.primary("verify-proof", Texts.t("evidence.verify"), () -> verify(entry)));
        show(
                proof,
                Blocks.div(
                        "grid g2",
                        Blocks.card(Texts.t("evidence.document"), new Pre(entry.document())),
                        Blocks.div("grid", facts(entry))));
    }

    private static Component facts(EvidenceEntry entry) {
        Div related = Blocks.div("lines");
        entry.related().forEach(id -> related.add(Blocks.mono(id, "story/" + id)));
        return Blocks.card(
                Texts.t("evidence.entry"),
                new Facts()
                        .mono("evidence.id", entry.id().value())
                        .add("evidence.at", new When(entry.at()))
                        .add(
                                "evidence.subject",
                                Blocks.mono(entry.subjectId(), "story/" + entry.subjectId()))
                        .add("evidence.related", related)
                        .mono("evidence.leaf", entry.leafHash())
                        .mono("evidence.sm3", entry.documentSm3()));
    }

    private void verify(EvidenceEntry entry) {
        InclusionProof found = evidence.inclusionProof(entry.id());
        ProofCheck check = ProofCheck.of(entry, found);
        OrderedList path = new OrderedList();
        found.path().forEach(hash -> path.add(new ListItem(Blocks.mono(hash))));
        Span verdict =
                check.holds()
                        ? Tags.good(Texts.t("evidence.holds"))
                        : Tags.bad(Texts.t("evidence.fails"));
        verdict.setId("proof-verdict");
        proof.removeAll();
        proof.add(
                Blocks.card(
                        Texts.t("evidence.proof"),
                        verdict,
                        new Facts()
                                .add("evidence.leafCheck", yes(check.leaf()))
                                .add("evidence.pathCheck", yes(check.path()))
                                .add("evidence.signature", yes(check.signature()))
                                .add("evidence.size", Figures.of(found.treeSize()))
                                .mono("evidence.root", found.checkpoint().rootHash())
                                .add("evidence.path", path)));
    }

    private static Span yes(boolean holds) {
        return holds ? Tags.good(Texts.t("answer.yes")) : Tags.bad(Texts.t("answer.no"));
    }
}
