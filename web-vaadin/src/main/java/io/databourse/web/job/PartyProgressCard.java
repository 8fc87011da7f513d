package io.databourse.web.job;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.PartyProgress;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Meter;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import java.util.Set;

/// How far each party is, as its node last said.
final class PartyProgressCard extends Div {
    private static final Set<String> ENDS = Set.of("COMPLETED", "REFUSED", "FAILED");

    PartyProgressCard(Job job) {
        addClassName("card");
        add(new H2(Texts.t("job.parties")));
        if (job.parties().isEmpty()) {
            add(Blocks.muted(Texts.t("job.noParty")));
        }
        job.parties().forEach(party -> add(line(party, job.state().isEnd())));
    }

    private static Div line(PartyProgress party, boolean ended) {
        // Whoever was still at work when the job ended was stopped and says no more.
        String state = ended && !ENDS.contains(party.state()) ? "STOPPED" : party.state();
        boolean counts = party.total() > 0;
        String organisation = Texts.ofCode("organisation", party.organisation());
        String done =
                counts
                        ? Figures.of(party.done())
                                + " / "
                                + Figures.of(party.total())
                                + " "
                                + Texts.ofCode("unit", party.unit())
                        : "";
        Div line =
                Blocks.div(
                        "party",
                        Blocks.div(
                                "row",
                                Blocks.text("strong", organisation),
                                Tags.plain(Texts.ofCode("role", party.role())),
                                Tags.code("partyState", state),
                                Blocks.muted(Texts.ofCode("phase", party.phase())),
                                Blocks.text("end", done)));
        line.add(
                party.state().equals("COMPLETED")
                        ? new Meter(organisation, 1, 1)
                        : new Meter(organisation, party.done(), counts ? party.total() : 1));
        return line;
    }
}
