package io.databourse.web.order;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.databourse.order.Quote;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;

/// A price, how it came about and how long it holds, before any money is set aside.
final class QuoteDialog extends Dialog {
    QuoteDialog(Quote quote, Runnable order) {
        setHeaderTitle(Texts.t("quote.title"));
        UnorderedList steps = new UnorderedList();
        quote.explanation().forEach(step -> steps.add(new ListItem(Said.text(step))));
        add(
                new Facts()
                        .add("order.product", quote.productName())
                        .add("order.units", Texts.t("order.runs", Figures.of(quote.units())))
                        .add("order.amount", Blocks.text("price", Figures.of(quote.amount())))
                        .add("quote.expires", new When(quote.expiresAt()))
                        .add("quote.steps", steps),
                Blocks.next(Texts.t("quote.next", Figures.of(quote.amount()))));
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
}
