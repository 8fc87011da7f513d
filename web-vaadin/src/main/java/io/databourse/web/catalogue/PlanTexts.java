package io.databourse.web.catalogue;

import io.databourse.catalog.Plan;
import io.databourse.money.Money;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;

/// A plan's price in words.
final class PlanTexts {
    private PlanTexts() {}

    /// `¥500.00 / run`; a price that has no short decimal is said as the service says it.
    static String unit(Plan plan) {
        boolean isExact = plan.price().minor() % plan.units() == 0;
        return Texts.t(
                "plan.perUnit",
                isExact
                        ? Figures.of(
                                Money.ofMinor(
                                        plan.price().minor() / plan.units(),
                                        plan.price().currency()))
                        : plan.unitPrice());
    }
}
