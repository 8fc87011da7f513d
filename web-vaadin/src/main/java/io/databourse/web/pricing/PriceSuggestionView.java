package io.databourse.web.pricing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.pricing.value.PriceSuggestion;
import io.databourse.pricing.value.Suggestion;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;

/// What a price could be by cost, income and comparable deals. Nothing that is typed is kept.
@Route(value = "price-suggestions", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.OPERATOR})
class PriceSuggestionView extends Page {
    private final CostForm cost = new CostForm();
    private final IncomeForm income = new IncomeForm();
    private final MarketForm market = new MarketForm();
    private final Checkbox byCost = wanted("cost");
    private final Checkbox byIncome = wanted("income");
    private final Checkbox byMarket = wanted("market");
    private final Div result = Blocks.div("stack");

    PriceSuggestionView() {
        crumbs(Texts.t("nav.section.market"));
        title(Texts.t("nav.price-suggestions"));
        byCost.setValue(true);
        market.setVisible(false);
        income.setVisible(false);
        show(
                Blocks.next(Texts.t("suggest.hint")),
                Blocks.div(
                        "grid halves",
                        Blocks.div(
                                "grid",
                                card(byCost, "suggest.cost.hint", cost),
                                card(byIncome, "suggest.income.hint", income),
                                card(byMarket, "suggest.market.hint", market),
                                Blocks.row(
                                        Actions.primary(
                                                "suggest",
                                                Texts.t("suggest.compute"),
                                                this::compute))),
                        result));
    }

    private static Checkbox wanted(String approach) {
        Checkbox box = new Checkbox(Texts.t("suggest." + approach));
        box.setId("by-" + approach);
        return box;
    }

    private static Div card(Checkbox wanted, String hintKey, Component form) {
        wanted.addValueChangeListener(change -> form.setVisible(wanted.getValue()));
        return Blocks.card(wanted, Blocks.paragraph(Texts.t(hintKey)), form);
    }

    private void compute() {
        result.removeAll();
        result.add(new SuggestionCard(suggestion()));
    }

    private PriceSuggestion suggestion() {
        try {
            List<Suggestion> approaches = new ArrayList<>();
            if (byCost.getValue()) {
                approaches.add(cost.approach().suggest());
            }
            if (byIncome.getValue()) {
                approaches.add(income.approach().suggest());
            }
            if (byMarket.getValue()) {
                approaches.add(market.approach().suggest());
            }
            return PriceSuggestion.of(approaches);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "%s", String.valueOf(e.getMessage()));
        }
    }
}
