package io.databourse.web.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
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
import java.util.List;

/// Everything that the log tells about one id, in the order in which it happened. Read only.
@Route(value = "story/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.BUYER, Names.OPERATOR, Names.REGULATOR})
class StoryView extends Page implements BeforeEnterObserver {
    private final EvidenceService evidence;

    private final Organisations organisations;

    @Inject
    StoryView(EvidenceService evidence, Organisations organisations) {
        this.evidence = evidence;
        this.organisations = organisations;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(Address.ID).orElseThrow(NotFoundException::new);
        List<EvidenceEntry> story = evidence.story(CurrentUser.caller(), id);
        crumbs(Texts.t("nav.section.trust"), Blocks.link(Texts.t("nav.evidence"), "evidence"));
        title(Texts.t("evidence.storyOf"));
        beside(Blocks.mono(id));
        if (story.isEmpty()) {
            show(Blocks.empty(Texts.t("evidence.noStory", id)));
            return;
        }
        Div lines = Blocks.div("card story");
        story.forEach(entry -> lines.add(line(entry, id)));
        show(Blocks.next(Texts.t("evidence.storyHint", story.size())), lines);
    }

    private Component line(EvidenceEntry entry, String id) {
        Div ids = Blocks.div("lines");
        if (!entry.subjectId().equals(id)) {
            ids.add(link(entry.subjectId()));
        }
        entry.related().stream()
                .filter(other -> !other.equals(id))
                .forEach(other -> ids.add(link(other)));
        return Blocks.div(
                "story-line",
                new When(entry.at()),
                Tags.plain(EvidenceTexts.stage(entry)),
                Blocks.div(
                        "strong", Blocks.link(EvidenceTexts.type(entry), "evidence/" + entry.id())),
                ids,
                Blocks.mono(EvidenceView.index(entry)));
    }

    /// Organisations by their names, all else by its id.
    private Component link(String id) {
        String address = "story/" + id;
        return id.startsWith("mer_")
                ? Blocks.link(organisations.name(id), address)
                : Blocks.mono(id, address);
    }
}
