package io.databourse.web.contract;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.databourse.quota.Quota;
import io.databourse.settlement.report.Outlook;
import io.databourse.settlement.report.Warning;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Meter;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;

/// What is left of a contract's quota, and what its user should know in time.
final class QuotaCard extends Div {
    QuotaCard(Outlook outlook) {
        addClassName("card");
        Quota quota = outlook.quota();
        Span left =
                Blocks.text(
                        "big", Figures.of(quota.available()) + " / " + Figures.of(quota.granted()));
        left.setId("quota-available");
        add(
                new H2(Texts.t("quota.title")),
                left,
                new Meter(Texts.t("quota.title"), quota.available(), quota.granted()),
                new Facts()
                        .add("quota.held", Figures.of(quota.held()))
                        .add("quota.consumed", Figures.of(quota.consumed())));
        if (!outlook.warnings().isEmpty()) {
            add(Blocks.div("tags", outlook.warnings().stream().map(QuotaCard::tag).toList()));
        }
    }

    private static Span tag(Warning warning) {
        return switch (warning) {
            case Warning.Frozen() -> Tags.bad(Texts.t("quota.frozen"));
            case Warning.Reached(int percent) ->
                    percent < 100
                            ? Tags.warn(Texts.t("quota.reached", percent))
                            : Tags.bad(Texts.t("quota.reachedAll"));
            case Warning.EndsSoon(_, var on, long units) ->
                    Tags.warn(Texts.t("quota.endsSoon", Figures.of(units), on.toString()));
        };
    }
}
