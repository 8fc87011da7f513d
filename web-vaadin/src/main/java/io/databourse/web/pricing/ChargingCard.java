package io.databourse.web.pricing;

import com.vaadin.flow.component.Component;
import io.databourse.pricing.ChargingTerms;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;

/// What an order or a contract says of counting and of paying beyond its pack, 计费条款.
public final class ChargingCard {
    private ChargingCard() {}

    public static Component of(ChargingTerms charging) {
        boolean pays = charging.payAsYouGo().isPresent();
        var mode =
                pays
                        ? Tags.accent(Texts.t("charging.PAY_AS_YOU_GO"))
                        : Tags.plain(Texts.t("charging.BLOCK"));
        mode.setId("charging-mode");
        mode.getElement().setAttribute("data-state", pays ? "PAY_AS_YOU_GO" : "BLOCK");
        Facts facts = new Facts().add("charging.mode", mode);
        charging.payAsYouGo()
                .ifPresent(terms -> {
                    var price = Blocks.text("v" + terms.price().number());
                    price.setId("charging-version");
                    facts.add("charging.cap", Figures.of(terms.cap()))
                            .add("price.version", price)
                            .add("price.from", new When(terms.price().effectiveFrom()))
                            .add("price.steps", PriceTexts.steps(terms.price().steps()))
                            .mono("price.hash", terms.priceHash());
                });
        facts.add("price.rule", PriceTexts.rule(charging.rule()));
        return Blocks.card(
                Texts.t("charging.title"),
                facts,
                Blocks.muted(
                        Texts.t(pays ? "charging.PAY_AS_YOU_GO.hint" : "charging.BLOCK.hint")));
    }
}
