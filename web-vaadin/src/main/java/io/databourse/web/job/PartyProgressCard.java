package io.databourse.web.job;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.PartyProgress;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Meter;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import java.util.List;

/// How far each party is, as its node last said.
final class PartyProgressCard extends Div {
    PartyProgressCard(List<PartyProgress> parties) {
        addClassName("card");
        add(new H2(Texts.t("job.parties")));
        if (parties.isEmpty()) {
            add(Blocks.muted(Texts.t("job.noParty")));
        }
        parties.forEach(party -> add(line(party)));
    }

    private static Div line(PartyProgress party) {
        boolean counts = party.total() > 0;
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
                                Blocks.text("strong", party.organisation()),
                                Tags.plain(Texts.ofCode("role", party.role())),
                                Tags.accent(Texts.ofCode("partyState", party.state())),
                                Blocks.muted(Texts.ofCode("phase", party.phase())),
                                Blocks.text("end", done)));
        line.add(
                party.state().equals("COMPLETED")
                        ? new Meter(party.organisation(), 1, 1)
                        : new Meter(
                                party.organisation(), party.done(), counts ? party.total() : 1));
        return line;
    }
}
