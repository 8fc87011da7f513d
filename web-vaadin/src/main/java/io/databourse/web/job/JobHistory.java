package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.JobStep;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The states that a job went through, with what was said of each.
final class JobHistory extends Div {
    private static final Pattern HASH = Pattern.compile("(sm3|sha256):[0-9a-f]+");

    /// Why a job ended: a code, then what was said.
    private static final Pattern CODED = Pattern.compile("([A-Z][A-Z_]+): (.*)", Pattern.DOTALL);

    JobHistory(List<JobStep> steps) {
        addClassName("card");
        add(new H2(Texts.t("job.history")));
        steps.forEach(step -> add(line(step)));
    }

    private static Component line(JobStep step) {
        Component tag =
                step.about()
                        .map(side -> Tags.warn(Texts.of(side)))
                        .orElseGet(() -> Tags.state(step.state()));
        return Blocks.div("history", new When(step.at()), tag, detail(step.detail()));
    }

    private static Component detail(String said) {
        if (HASH.matcher(said).matches()) {
            return Blocks.mono(said);
        }
        Matcher coded = CODED.matcher(said);
        return coded.matches()
                ? Blocks.div(
                        "lines",
                        Blocks.text(Problems.title(coded.group(1))),
                        Said.text(coded.group(2)))
                : Said.text(said);
    }
}
