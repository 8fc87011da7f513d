package io.databourse.web.pricing;

import com.vaadin.flow.component.Component;
import io.databourse.catalog.ListingPricing;
import io.databourse.pricing.book.PriceBook;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All versions of a price, the newest first; none is ever changed.
final class PriceBookTable {
    private PriceBookTable() {}

    static Component of(ListingPricing pricing, Instant now) {
        Optional<PriceVersion> inForce = pricing.prices().flatMap(book -> book.inForceAt(now));
        return new DataTable<PriceVersion>("prices", Blocks.empty(Texts.t("price.none")))
                .number("price.version", PriceVersion::number, each -> Figures.of(each.number()))
                .column(
                        "table.state",
                        each -> Texts.t(state(each, inForce, now)),
                        each -> tag(each, inForce, now))
                .ordered(
                        "price.from",
                        PriceVersion::effectiveFrom,
                        each -> each.effectiveFrom().toString(),
                        each -> new When(each.effectiveFrom()))
                .column("price.steps", PriceBookTable::text, each -> PriceTexts.steps(each.steps()))
                .column(
                        "price.hash",
                        PriceVersion::hash,
                        each -> Blocks.mono(each.hash().substring(0, 16) + "…"))
                .of(pricing.prices().map(PriceBook::versions).orElse(List.of()).reversed());
    }

    private static String text(PriceVersion version) {
        return version.steps().stream()
                .map((PriceStep step) -> PriceText.write(step))
                .collect(Collectors.joining("; "));
    }

    private static Component tag(PriceVersion each, Optional<PriceVersion> inForce, Instant now) {
        String key = state(each, inForce, now);
        return switch (key) {
            case "price.inForce" -> Tags.good(Texts.t(key));
            case "price.toCome" -> Tags.accent(Texts.t(key));
            default -> Tags.plain(Texts.t(key));
        };
    }

    private static String state(PriceVersion each, Optional<PriceVersion> inForce, Instant now) {
        if (inForce.filter(each::equals).isPresent()) {
            return "price.inForce";
        }
        return each.effectiveFrom().isAfter(now) ? "price.toCome" : "price.past";
    }
}
