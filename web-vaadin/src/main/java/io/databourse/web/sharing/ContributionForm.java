package io.databourse.web.sharing;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.merchant.Merchant;
import io.databourse.money.Rational;
import io.databourse.pricing.share.NegativeRule;
import io.databourse.pricing.share.Sampling;
import io.databourse.settlement.ContributionTerms;
import io.databourse.settlement.Partner;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shares by contribution: what each group of parties would be worth by itself.
final class ContributionForm extends Div {
    private static final Pattern WORTH =
            Pattern.compile("\\s*(\\d+(?:\\+\\d+)*)\\s*[:：=]\\s*(\\S+)\\s*");
    private static final int LISTED = 6;
    private static final int USUAL_ORDERS = 1199;

    private final Lines<PartnerFields> partners;
    private final TextArea utilities =
            Inputs.name(new TextArea(), "utilities", "sharing.utilities");
    private final Select<NegativeRule> negative =
            Inputs.name(new Select<>(), "negative", "sharing.negative");
    private final Checkbox sampled = new Checkbox(Texts.t("sharing.sampled"));
    private final IntegerField seed = Inputs.name(new IntegerField(), "seed", "sharing.seed");
    private final IntegerField orders = Inputs.name(new IntegerField(), "orders", "sharing.orders");

    ContributionForm(List<Merchant> merchants) {
        addClassName("stack");
        partners =
                new Lines<>("partner", "sharing.addPart", id -> new PartnerFields(id, merchants));
        partners.addLine();
        utilities.addClassName("code");
        utilities.setWidthFull();
        utilities.setHelperText(Texts.t("sharing.utilitiesHint"));
        negative.setItems(NegativeRule.CLIP_AND_RENORMALISE);
        negative.setItemLabelGenerator(Texts::of);
        negative.setValue(NegativeRule.CLIP_AND_RENORMALISE);
        sampled.setId("sampled");
        seed.setValue(1);
        orders.setValue(USUAL_ORDERS);
        Div drawing = Blocks.div("fields", seed, orders);
        drawing.setVisible(false);
        sampled.addValueChangeListener(change -> drawing.setVisible(sampled.getValue()));
        add(
                Blocks.muted(Texts.t("sharing.contributionHint")),
                partners,
                Blocks.row(Actions.command("groups", Texts.t("sharing.groups"), this::listGroups)),
                utilities,
                negative,
                sampled,
                drawing);
    }

    /// Writes down all groups of the parties, to be completed; what was typed stays.
    private void listGroups() {
        int parties = partners.all().size() + 1;
        if (parties > LISTED) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("sharing.groups"),
                                    Integer.toString(parties),
                                    "≤ " + LISTED)));
        }
        Map<String, Rational> known = utilities.isEmpty() ? Map.of() : utilities();
        StringBuilder text = new StringBuilder();
        for (int members = 1; members < 1 << parties; members++) {
            String group = group(members, parties);
            text.append(group)
                    .append(": ")
                    .append(known.getOrDefault(group, Rational.ZERO))
                    .append('\n');
        }
        utilities.setValue(text.toString());
    }

    private static String group(int members, int parties) {
        StringBuilder group = new StringBuilder();
        for (int party = 0; party < parties; party++) {
            if ((members >> party & 1) == 1) {
                group.append(group.isEmpty() ? "" : "+").append(party);
            }
        }
        return group.toString();
    }

    private Map<String, Rational> utilities() {
        Map<String, Rational> read = new TreeMap<>();
        utilities
                .getValue()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    Matcher parts = WORTH.matcher(line);
                    if (!parts.matches()) {
                        throw Refusal.invalid(
                                List.of(
                                        new FieldError(
                                                "/" + utilities.getLabel(), line, "0+1: 30")));
                    }
                    read.put(parts.group(1), number(parts.group(2)));
                });
        return read;
    }

    private Rational number(String text) {
        try {
            return Rational.parseFraction(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(new FieldError("/" + utilities.getLabel(), text, "0+1: 30")));
        }
    }

    ContributionTerms terms() {
        Inputs.require(utilities);
        List<Partner> who = partners.all().stream().map(PartnerFields::partner).toList();
        return new ContributionTerms(
                List.of(),
                who,
                utilities(),
                sampled.getValue() ? Optional.of(sampling()) : Optional.empty(),
                Inputs.value(negative));
    }

    private Sampling sampling() {
        Inputs.require(seed, orders);
        try {
            return new Sampling(Inputs.value(seed), Inputs.value(orders));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + orders.getLabel(),
                                    String.valueOf(orders.getValue()),
                                    "1 … 100000")));
        }
    }
}
