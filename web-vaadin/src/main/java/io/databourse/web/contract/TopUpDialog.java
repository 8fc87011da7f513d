package io.databourse.web.contract;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.databourse.catalog.Listing;
import io.databourse.catalog.Plan;
import io.databourse.contract.Contract;
import io.databourse.contract.Rollover;
import io.databourse.contract.SupplementRequest;
import io.databourse.order.Quote;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.parts.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks how many more units, until when, and what becomes of those that are unused; shows the
/// quoted price before anything is ordered.
final class TopUpDialog extends Dialog {
    private final Contract contract;
    private final Listing listing;
    private final Select<Plan> plan = new Select<>();
    private final DatePicker until = new DatePicker();
    private final Select<Rollover.Mode> mode = new Select<>();
    private final IntegerField most = new IntegerField();
    private final Div price = new Div();

    TopUpDialog(
            Contract contract,
            Listing listing,
            Function<Plan, Quote> quotes,
            Consumer<SupplementRequest> order) {
        this.contract = contract;
        this.listing = listing;
        setHeaderTitle(Texts.t("topup.title"));
        setWidth("680px");
        Inputs.name(plan, "topup-plan", "topup.plan");
        plan.setItems(listing.plans());
        plan.setItemLabelGenerator(each -> each.name() + " · " + Figures.of(each.price()));
        Inputs.name(until, "topup-until", "pack.until");
        until.setI18n(Inputs.calendar());
        Inputs.name(mode, "topup-rollover", "supplement.rollover");
        mode.setItems(Rollover.Mode.values());
        mode.setItemLabelGenerator(each -> Texts.t("topup.rollover." + each));
        Inputs.name(most, "topup-most", "topup.most");
        most.setMin(1);
        most.setStepButtonsVisible(true);
        mode.addValueChangeListener(
                change -> most.setVisible(change.getValue() == Rollover.Mode.AT_MOST));
        mode.setValue(Rollover.Mode.ALL);
        most.setVisible(false);
        plan.addValueChangeListener(change -> show(quotes.apply(change.getValue()), order));
        add(Blocks.next(Texts.t("topup.hint")), Blocks.div("form", plan, until, mode, most), price);
        plan.setValue(listing.plans().getFirst());
    }

    private void show(Quote quote, Consumer<SupplementRequest> order) {
        limit();
        price.removeAll();
        price.add(
                new Facts()
                        .add("order.units", Texts.t("order.runs", Figures.of(quote.units())))
                        .add("order.amount", Blocks.text("price", Figures.of(quote.amount())))
                        .add("quote.expires", new When(quote.expiresAt())));
        getFooter().removeAll();
        getFooter()
                .add(
                        Actions.quiet("topup-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "topup-order",
                                Texts.t("quote.order", Figures.of(quote.amount())),
                                () -> {
                                    Inputs.require(until);
                                    order.accept(
                                            new SupplementRequest(
                                                    quote.id(), end(until.getValue()), rollover()));
                                    close();
                                }));
    }

    /// From the contract's end to as long as the plan and the listing allow.
    private void limit() {
        LocalDate paidFor = LocalDate.now(Zone.ID).plusDays(plan.getValue().validityDays());
        LocalDate offered = LocalDate.ofInstant(listing.terms().offeredUntil(), Zone.ID);
        LocalDate last = offered.isBefore(paidFor) ? offered : paidFor;
        until.setMin(LocalDate.ofInstant(contract.end(), Zone.ID));
        until.setMax(last);
        until.setValue(last);
    }

    /// The contract may end within its last day.
    private Instant end(LocalDate day) {
        Instant chosen = day.atStartOfDay(Zone.ID).toInstant();
        boolean sameDay = day.equals(LocalDate.ofInstant(contract.end(), Zone.ID));
        return sameDay ? contract.end() : chosen;
    }

    private Rollover rollover() {
        return switch (mode.getValue()) {
            case NONE -> Rollover.NONE;
            case ALL -> Rollover.ALL;
            case AT_MOST -> {
                Inputs.require(most);
                yield Rollover.atMost(most.getValue());
            }
        };
    }
}
