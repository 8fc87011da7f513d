package io.databourse.web.product;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.NewPricing;
import io.databourse.catalog.PlanOffer;
import io.databourse.catalog.UsageTerms;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.registration.DataProduct;
import io.databourse.registration.FieldDescription;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Puts a product on the shelf: one price plan, and what may be done with the data at most.
final class ListingDialog extends Dialog {
    private static final String PSI = "mpc/psi";
    private static final int USUAL_MINIMUM = 20;
    private static final int USUAL_DAYS = 180;

    private final DataProduct product;
    private final TextField plan = Inputs.name(new TextField(), "plan-name", "plan.name");
    private final IntegerField units = Inputs.name(new IntegerField(), "plan-units", "order.units");
    private final TextField price = Inputs.name(new TextField(), "plan-price", "plan.price");
    private final IntegerField days =
            Inputs.name(new IntegerField(), "plan-days", "plan.validityDays");
    private final IntegerField hit = units("rule-hit", "price.rule.hit", 1);
    private final IntegerField miss = units("rule-miss", "price.rule.miss", 1);
    private final IntegerField error = units("rule-error", "price.rule.error", 0);
    private final MultiSelectComboBox<String> tasks =
            Inputs.name(new MultiSelectComboBox<>(), "terms-tasks", "terms.tasks");
    private final MultiSelectComboBox<String> purposes =
            Inputs.name(new MultiSelectComboBox<>(), "terms-purposes", "terms.purposes");
    private final MultiSelectComboBox<String> join =
            Inputs.name(new MultiSelectComboBox<>(), "terms-join", "terms.join");
    private final MultiSelectComboBox<String> filter =
            Inputs.name(new MultiSelectComboBox<>(), "terms-filter", "terms.filter");
    private final MultiSelectComboBox<String> result =
            Inputs.name(new MultiSelectComboBox<>(), "terms-result", "terms.seen");
    private final MultiSelectComboBox<String> own =
            Inputs.name(new MultiSelectComboBox<>(), "terms-provider", "terms.provider");
    private final RoomField room;
    private final Div roomSaid = Blocks.div("stack");
    private final IntegerField minimum =
            Inputs.name(new IntegerField(), "terms-minimum", "terms.minimum");
    private final DatePicker until = Inputs.name(new DatePicker(), "terms-until", "terms.until");

    ListingDialog(DataProduct product, Tasks offered, Consumer<NewListing> list) {
        this.product = product;
        this.room = new RoomField(product.columns());
        setHeaderTitle(Texts.t("listing.list"));
        setWidth("720px");
        prepare(offered);
        add(
                Blocks.subtitle(Texts.t("plan.title")),
                Blocks.div("form", plan, price, units, days),
                Blocks.subtitle(Texts.t("price.rule")),
                Blocks.paragraph(Texts.t("price.ruleHint")),
                Blocks.div("fields", hit, miss, error),
                Blocks.subtitle(Texts.t("terms.title")),
                Blocks.paragraph(Texts.t("terms.hint")),
                Blocks.div("form", tasks, purposes, join, filter, result, own, minimum, until),
                room,
                roomSaid);
        getFooter()
                .add(
                        Actions.quiet("list-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "list-confirm",
                                Texts.t("listing.list"),
                                () -> {
                                    list.accept(wish());
                                    close();
                                }));
    }

    private static IntegerField units(String id, String labelKey, int usual) {
        IntegerField field = Inputs.name(new IntegerField(), id, labelKey);
        field.setValue(usual);
        field.setMin(0);
        return field;
    }

    private void prepare(Tasks offered) {
        List<String> columns =
                product.sheet().fields().stream().map(FieldDescription::name).toList();
        plan.setValue(Texts.t("plan.usualName"));
        units.setValue(10);
        units.setMin(1);
        units.setStepButtonsVisible(true);
        price.setPlaceholder("5000.00");
        price.setPrefixComponent(Blocks.text("¥"));
        days.setValue(USUAL_DAYS);
        days.setMin(1);
        tasks.setItems(offered.sold().keySet());
        tasks.setItemLabelGenerator(offered::title);
        room.setVisible(false);
        tasks.addValueChangeListener(change -> {
            room.setVisible(change.getValue().stream().anyMatch(offered::readsRules));
            sayRules();
        });
        room.addValueChangeListener(change -> sayRules());
        if (offered.find(PSI).isPresent()) {
            tasks.setValue(Set.of(PSI));
        }
        purposes.setItems(Purposes.KNOWN);
        purposes.setItemLabelGenerator(Purposes::of);
        join.setItems(columns);
        filter.setItems(columns);
        result.setItems(columns);
        own.setItems(columns);
        own.setHelperText(Texts.t("terms.providerHint"));
        minimum.setValue(USUAL_MINIMUM);
        minimum.setMin(1);
        until.setI18n(Inputs.calendar());
        until.setValue(LocalDate.now(Zone.ID).plusYears(1));
    }

    private void sayRules() {
        roomSaid.removeAll();
        room.said()
                .ifPresent(said -> roomSaid.add(Blocks.subtitle(Texts.t("room.buyersRead")), said));
    }

    private NewListing wish() {
        Inputs.require(plan, price);
        Inputs.require(units, days, minimum);
        Inputs.require(purposes, tasks);
        if (!room.isVisible()) {
            Inputs.require(join);
        }
        Inputs.require(until);
        return new NewListing(
                product.id(),
                List.of(
                        new PlanOffer(
                                plan.getValue().strip(),
                                Inputs.value(units),
                                amount(),
                                Inputs.value(days))),
                new UsageTerms(
                        List.copyOf(tasks.getValue()),
                        List.copyOf(purposes.getValue()),
                        List.copyOf(join.getValue()),
                        List.copyOf(filter.getValue()),
                        List.copyOf(result.getValue()),
                        Inputs.value(minimum),
                        Inputs.value(until).atStartOfDay(Zone.ID).toInstant(),
                        room.rules(),
                        Map.of(),
                        List.copyOf(own.getValue())),
                Optional.of(new NewPricing(Optional.of(rule()), List.of())));
    }

    private ChargingRule rule() {
        Inputs.require(hit, miss, error);
        try {
            return new ChargingRule(Inputs.value(hit), Inputs.value(miss), Inputs.value(error));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("price.rule"),
                                    "%s, %s, %s"
                                            .formatted(
                                                    hit.getValue(),
                                                    miss.getValue(),
                                                    error.getValue()),
                                    "1, 1, 0")));
        }
    }

    private Money amount() {
        try {
            return Money.cny(price.getValue().strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("plan.price"), price.getValue(), "5000.00")));
        }
    }
}
