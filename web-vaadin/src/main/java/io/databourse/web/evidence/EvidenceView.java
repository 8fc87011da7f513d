package io.databourse.web.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/// The evidence log, 存证: what is recorded, and the checkpoint that binds all of it.
@Route(value = "evidence", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.BUYER, Names.OPERATOR, Names.REGULATOR})
class EvidenceView extends Page implements BeforeEnterObserver {
    private final EvidenceService evidence;

    @Inject
    EvidenceView(EvidenceService evidence) {
        this.evidence = evidence;
        crumbs(Texts.t("nav.section.trust"));
        title(Texts.t("nav.evidence"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Component table =
                new DataTable<EvidenceEntry>("evidence", Blocks.empty(Texts.t("evidence.empty")))
                        .ordered(
                                "evidence.index#",
                                EvidenceEntry::index,
                                entry -> String.valueOf(entry.index()),
                                entry -> Blocks.mono(index(entry), "evidence/" + entry.id()))
                        .ordered(
                                "wallet.at",
                                EvidenceEntry::at,
                                entry -> entry.at().toString(),
                                entry -> new When(entry.at()))
                        .column("evidence.stage", EvidenceTexts::stage)
                        .column("evidence.type", EvidenceTexts::type)
                        .column(
                                "evidence.subject",
                                EvidenceEntry::subjectId,
                                entry ->
                                        Blocks.mono(
                                                entry.subjectId(), "story/" + entry.subjectId()))
                        .from(page ->
                                evidence.entries(CurrentUser.caller(), Optional.empty(), page));
        show(new CheckpointCard(evidence), table);
    }

    static String index(EvidenceEntry entry) {
        return entry.index() < 0 ? Texts.t("evidence.waiting") : "#" + Figures.of(entry.index());
    }
}
