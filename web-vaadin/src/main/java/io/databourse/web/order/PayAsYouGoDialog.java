package io.databourse.web.order;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.catalog.Plan;
import io.databourse.catalog.PlanId;
import io.databourse.order.PayAsYouGoWish;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Texts;
import io.databourse.web.pricing.PriceTexts;
import io.databourse.web.pricing.UseFields;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// What paying as one goes may cost at most, and what use is expected; the quote follows.
final class PayAsYouGoDialog extends Dialog {
    private final Set<Meter> meters;
    private final TextField cap = Amounts.input("pay-cap", "charging.cap");
    private final UseFields use = new UseFields("use");
    private final Optional<Plan> pack;
    private final Checkbox withPack = new Checkbox();

    /// @param pack whose units may be used first; a price that counts only units can follow a pack
    /// @param quote gets the plan, if one is chosen, and the wish
    PayAsYouGoDialog(
            PriceVersion price,
            Optional<Plan> pack,
            BiConsumer<Optional<PlanId>, PayAsYouGoWish> quote) {
        this.meters = new TreeSet<>(price.meters());
        this.pack = pack.filter(known -> meters.equals(Set.of(Meter.UNITS)));
        setHeaderTitle(Texts.t("charging.PAY_AS_YOU_GO"));
        setWidth("640px");
        use.ask(meters);
        cap.setHelperText(Texts.t("charging.capHint"));
        Div form = Blocks.div("form one", cap);
        this.pack.ifPresent(known -> {
            withPack.setId("pay-pack");
            withPack.setLabel(Texts.t("charging.afterPack", known.name(), known.units()));
            form.add(withPack);
        });
        add(
                PriceTexts.steps(price.steps()),
                form,
                Blocks.subtitle(Texts.t("charging.expected")),
                use);
        getFooter()
                .add(
                        Actions.quiet("pay-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "pay-quote",
                                Texts.t("order.quote"),
                                () -> {
                                    quote.accept(chosen(), wish());
                                    close();
                                }));
    }

    private Optional<PlanId> chosen() {
        return withPack.getValue() ? pack.map(Plan::id) : Optional.empty();
    }

    private PayAsYouGoWish wish() {
        return new PayAsYouGoWish(Amounts.of(cap), Optional.of(use.use(meters)));
    }
}
