package io.databourse.web.order;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.databourse.order.Quote;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.pricing.ExplanationTable;
import io.databourse.web.pricing.PriceTexts;

/// A price, how it came about and how long it holds, before any money is set aside.
final class QuoteDialog extends Dialog {
    QuoteDialog(Quote quote, Runnable order) {
        setHeaderTitle(Texts.t("quote.title"));
        setWidth("680px");
        Facts facts =
                new Facts()
                        .add("order.product", quote.productName())
                        .add("order.units", Texts.t("order.runs", Figures.of(quote.units())))
                        .add("order.amount", Blocks.text("price", Figures.of(quote.amount())))
                        .add("quote.expires", new When(quote.expiresAt()));
        if (quote.planId().isPresent()) {
            facts.add("quote.steps", pack(quote));
        }
        add(facts);
        quote.charging().payAsYouGo().ifPresent(terms -> add(payAsYouGo(quote, terms)));
        add(Blocks.next(Texts.t("quote.next", Figures.of(quote.amount()))));
        getFooter()
                .add(
                        Actions.quiet("quote-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "order",
                                Texts.t("quote.order", Figures.of(quote.amount())),
                                () -> {
                                    order.run();
                                    close();
                                }));
    }

    /// The pack's part of the explanation comes before that of the expected use.
    private static UnorderedList pack(Quote quote) {
        UnorderedList steps = new UnorderedList();
        quote.explanation().stream()
                .limit((long) quote.explanation().size() - quote.steps().size())
                .forEach(step -> steps.add(new ListItem(Said.text(step))));
        return steps;
    }

    private static Div payAsYouGo(Quote quote, PayAsYouGo terms) {
        Div part =
                Blocks.div(
                        "stack",
                        Blocks.subtitle(Texts.t("charging.PAY_AS_YOU_GO")),
                        new Facts()
                                .add("charging.cap", Figures.of(terms.cap()))
                                .add("price.version", "v" + terms.price().number())
                                .add("price.steps", PriceTexts.steps(terms.price().steps())));
        if (!quote.steps().isEmpty()) {
            part.add(
                    Blocks.text("strong", Texts.t("charging.explained")),
                    new ExplanationTable(quote.steps()));
        }
        return part;
    }
}
