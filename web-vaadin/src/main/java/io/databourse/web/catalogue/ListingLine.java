package io.databourse.web.catalogue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.databourse.catalog.Listing;
import io.databourse.catalog.Plan;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import java.util.Comparator;

/// One product on the shelf.
final class ListingLine extends Div {
    ListingLine(Listing listing, Tasks tasks) {
        addClassName("prod");
        var name = Blocks.link(listing.name(), "catalogue/" + listing.id());
        name.setId("listing-" + listing.id());
        Div tags =
                Blocks.div(
                        "tags",
                        Tags.good(Texts.t("catalogue.registered", listing.certificateNumber())));
        tags.add(Tags.plain(Texts.of(listing.sheet().grade())));
        if (listing.sheet().personalInformation()) {
            tags.add(Tags.plain(Texts.t("product.personal")));
        }
        listing.terms().tasks().forEach(task -> tags.add(Tags.accent(tasks.title(task))));
        add(
                Blocks.div("cell", new H2(name), Blocks.paragraph(listing.overview()), tags),
                labelled(Texts.t("catalogue.provider"), listing.merchantName()),
                labelled(Texts.t("catalogue.rows"), Figures.of(listing.rowCount())),
                price(listing));
    }

    private static Div labelled(String label, String value) {
        return Blocks.div("cell", Blocks.text("label", label), new Span(value));
    }

    private static Div price(Listing listing) {
        return listing.plans().stream()
                .min(Comparator.comparing(Plan::price))
                .map(plan ->
                        Blocks.div(
                                "right",
                                Blocks.text("label", plan.name()),
                                Blocks.text("price", Figures.of(plan.price())),
                                Blocks.text("label", PlanTexts.unit(plan))))
                .orElseGet(Div::new);
    }
}
