package io.databourse.web.pricing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.databourse.money.Rational;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceModel;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.Tier;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import java.util.List;

/// Prices in sentences, in the language of the page.
public final class PriceTexts {
    private PriceTexts() {}

    /// The steps of a price, one line each, in their order.
    public static Component steps(List<PriceStep> steps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("sentences");
        steps.forEach(step -> list.add(new ListItem(Blocks.text(sentence(step)))));
        return list;
    }

    /// How many units a call takes.
    public static String rule(ChargingRule rule) {
        return Texts.t("price.rule.said", rule.hit(), rule.miss(), rule.error());
    }

    static String sentence(PriceStep step) {
        return switch (step) {
            case PriceStep.FreeUnits(var meter, var units) ->
                    Texts.t("step.say.FREE_UNITS", units, Texts.of(meter));
            case PriceStep.CallLimit(var meter, var most) ->
                    Texts.t("step.say.AT_MOST", most, Texts.of(meter));
            case PriceStep.Charge(var model) -> sentence(model);
            case PriceStep.Discount(var share) ->
                    Texts.t("step.say.DISCOUNT", decimal(share.times(Rational.of(100))));
            case PriceStep.Minimum(var amount) -> Texts.t("step.say.MINIMUM", decimal(amount));
            case PriceStep.Cap(var amount) -> Texts.t("step.say.CAP", decimal(amount));
        };
    }

    private static String sentence(PriceModel model) {
        return switch (model) {
            case PriceModel.Free() -> Texts.t("step.say.FREE");
            case PriceModel.OneOff(var price) -> Texts.t("step.say.ONE_OFF", decimal(price));
            case PriceModel.Negotiated(var price, var deal) ->
                    Texts.t("step.say.NEGOTIATED", decimal(price), deal);
            case PriceModel.PerPeriod(var price, var parts) ->
                    Texts.t("step.say.PER_PERIOD", decimal(price), Texts.of(parts));
            case PriceModel.PerUnit(var meter, var price) ->
                    Texts.t("step.say.PER_UNIT", Texts.of(meter), decimal(price));
            case PriceModel.PerResult(var hit, var miss, var error) ->
                    Texts.t("step.say.PER_RESULT", decimal(hit), decimal(miss), decimal(error));
            case PriceModel.PerBlock(var meter, var block, var price) ->
                    Texts.t("step.say.PER_BLOCK", block, Texts.of(meter), decimal(price));
            case PriceModel.Graduated(var meter, var tiers) ->
                    Texts.t("step.say.GRADUATED", Texts.of(meter), ladder(tiers));
            case PriceModel.Volume(var meter, var tiers) ->
                    Texts.t("step.say.VOLUME", Texts.of(meter), ladder(tiers));
        };
    }

    private static String ladder(List<Tier> tiers) {
        return Texts.list(
                tiers.stream()
                        .map(tier ->
                                tier.flat().signum() == 0
                                        ? Texts.t(
                                                "step.say.tier", tier.above(), decimal(tier.unit()))
                                        : Texts.t(
                                                "step.say.tierWithFee",
                                                tier.above(),
                                                decimal(tier.unit()),
                                                decimal(tier.flat())))
                        .toList());
    }

    /// As prices write numbers: a decimal if it has an end, else a fraction.
    private static String decimal(Rational number) {
        String line = PriceText.write(new PriceStep.Cap(number));
        return Figures.grouped(line.substring(line.indexOf(' ') + 1));
    }
}
