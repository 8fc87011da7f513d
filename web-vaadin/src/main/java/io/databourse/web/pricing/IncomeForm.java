package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.pricing.value.IncomeApproach;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Lines;

/// What the data will earn, 收益法.
final class IncomeForm extends Div {
    private final Lines<TextField> years =
            new Lines<>("income", "suggest.addYear", id -> Amounts.input(id, "suggest.yearIncome"));
    private final TextField share = ApproachForm.number("income-share", "suggest.share", "0.5");
    private final TextField low = ApproachForm.number("income-low", "suggest.rateLow", "0.06");
    private final TextField high = ApproachForm.number("income-high", "suggest.rateHigh", "0.10");

    IncomeForm() {
        years.addLine();
        add(years, Blocks.div("fields", share, low, high));
    }

    IncomeApproach approach() {
        return new IncomeApproach(
                years.all().stream().map(Amounts::of).toList(),
                ApproachForm.exact(share),
                ApproachForm.interval(low, high));
    }
}
