package io.databourse.web.pricing;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.pricing.value.CostApproach;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Texts;
import java.util.Optional;

/// What the data cost to make, 成本法.
final class CostForm extends Div {
    private final Lines<CostLine> costs = new Lines<>("cost", "suggest.addCost", CostLine::new);
    private final TextField rate = ApproachForm.number("cost-return", "suggest.return", "0.15");
    private final TextField low = ApproachForm.number("cost-low", "suggest.utilityLow", "0.8");
    private final TextField high = ApproachForm.number("cost-high", "suggest.utilityHigh", "1.2");
    private final Checkbox scored = new Checkbox(Texts.t("suggest.withQuality"));
    private final QualityFields quality = new QualityFields();

    CostForm() {
        costs.addLine();
        scored.setId("cost-quality");
        quality.setVisible(false);
        scored.addValueChangeListener(change -> quality.setVisible(scored.getValue()));
        add(costs, Blocks.div("fields narrow", rate, low, high), scored, quality);
    }

    CostApproach approach() {
        return new CostApproach(
                costs.all().stream().map(CostLine::cost).toList(),
                ApproachForm.exact(rate),
                ApproachForm.interval(low, high),
                scored.getValue() ? Optional.of(quality.score()) : Optional.empty());
    }

    private static final class CostLine extends Div {
        private final TextField name;
        private final TextField amount;

        CostLine(String id) {
            addClassName("fields");
            name = Inputs.name(new TextField(), id + "-name", "suggest.costName");
            amount = Amounts.input(id + "-amount", "suggest.amount");
            add(name, amount);
        }

        private CostApproach.Cost cost() {
            Inputs.require(name, amount);
            return new CostApproach.Cost(name.getValue().strip(), Amounts.of(amount));
        }
    }
}
