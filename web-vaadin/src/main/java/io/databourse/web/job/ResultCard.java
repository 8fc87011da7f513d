package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.contract.PartyRole;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobDelivery;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How large a job's result is, and where it lies.
final class ResultCard extends Div {
    private static final Pattern PLACE = Pattern.compile("node (nod_\\w+): .*?(results/.*)");

    /// @param summed whether it is one row about all that match
    ResultCard(Job job, boolean summed) {
        addClassName("card");
        var rows = Blocks.text("big", job.resultRows().map(Figures::of).orElse("–"));
        rows.setId("result-rows");
        add(
                new H2(Texts.t("job.result")),
                Blocks.paragraph(
                        Texts.t(job.dryRun() ? "job.resultHintDry" : "job.resultHintDone")),
                new Facts()
                        .add("job.resultRows", summed ? summary(rows) : rows)
                        .add("job.resultPlace", place(job.resultPlace().orElse("")))
                        .mono("job.resultHash", job.resultHash().orElse("")),
                Blocks.muted(Texts.t("job.resultWhere", job.id().value())));
        if (job.deliveries().size() > 1) {
            addComponentAtIndex(2, deliveries(job));
        }
    }

    /// Who received the result where more than one did; how many rows, each side knows of its own.
    private static Facts deliveries(Job job) {
        Facts facts = new Facts();
        facts.setId("result-deliveries");
        for (JobDelivery each : job.deliveries()) {
            var rows = each.rows().map(Figures::of);
            facts.add(
                    each.side() == PartyRole.PROVIDER ? "job.toProvider" : "job.toConsumer",
                    rows.isPresent()
                            ? Texts.t("job.deliveredRows", each.organisation(), rows.get())
                            : Texts.t("job.deliveredTo", each.organisation()));
        }
        return facts;
    }

    /// How many rows one file has says nothing to who asked for a count.
    private static Component summary(Component rows) {
        return Blocks.div("lines", rows, Blocks.text(Texts.t("job.oneRowDone")));
    }

    /// The node, and the file below the folder of results; where that is, the node's owner knows.
    private static Component place(String said) {
        Matcher place = PLACE.matcher(said);
        return place.matches()
                ? Blocks.div(
                        "lines",
                        Blocks.mono(place.group(1), "nodes/" + place.group(1)),
                        Blocks.mono(place.group(2)))
                : Blocks.mono(said);
    }
}
