package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.money.Rational;
import io.databourse.pricing.value.Deal;
import io.databourse.pricing.value.MarketApproach;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Texts;
import java.util.List;

/// What the like was sold for, 市场法.
final class MarketForm extends Div {
    private static final int FEWEST = 3;

    private final FeatureFields product = new FeatureFields("market");
    private final Lines<DealLine> deals = new Lines<>("deal", "suggest.addDeal", DealLine::new);
    private final TextField nearest = ApproachForm.number("market-nearest", "suggest.nearest", "3");

    MarketForm() {
        for (int i = 0; i < FEWEST; i++) {
            deals.addLine();
        }
        add(
                Blocks.text("strong", Texts.t("suggest.product")),
                product,
                Blocks.text("strong", Texts.t("suggest.deals")),
                deals,
                nearest);
    }

    MarketApproach approach() {
        return new MarketApproach(
                product.features(),
                deals.all().stream().map(DealLine::deal).toList(),
                Math.toIntExact(ApproachForm.whole(nearest)));
    }

    private static final class DealLine extends Div {
        private final TextField name;
        private final TextField price;
        private final TextField factor;
        private final FeatureFields features;

        DealLine(String id) {
            addClassName("deal");
            name = Inputs.name(new TextField(), id + "-name", "suggest.dealName");
            price = Amounts.input(id + "-price", "suggest.amount");
            factor = ApproachForm.number(id + "-factor", "suggest.factor", "1");
            features = new FeatureFields(id);
            add(Blocks.div("fields", name, price, factor), features);
        }

        private Deal deal() {
            Inputs.require(name, price);
            Rational value = ApproachForm.exact(factor);
            return new Deal(
                    name.getValue().strip(),
                    Amounts.of(price),
                    features.features(),
                    value.equals(Rational.ONE)
                            ? List.of()
                            : List.of(new Deal.Factor(Texts.t("suggest.factor"), value)));
        }
    }
}
