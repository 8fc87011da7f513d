package io.databourse.web.sharing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.merchant.Merchant;
import io.databourse.settlement.Partner;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Texts;
import java.util.List;

/// A stretch of what a contract earns: how long it is, and the weights within it.
final class TierLine extends Div {
    private final TextField size;
    private final TextField own;
    private final Lines<WeightLine> parts;

    TierLine(String id, List<Merchant> merchants) {
        addClassName("tier");
        size = Amounts.input(id + "-size", "sharing.size");
        size.setPlaceholder(Texts.t("sharing.noEnd"));
        own = Inputs.name(new TextField(), id + "-own", "sharing.own");
        own.setValue("100");
        parts =
                new Lines<>(
                        id + "-part", "sharing.addPart", part -> new WeightLine(part, merchants));
        add(Blocks.div("fields", size, own), parts);
    }

    void show(Tier tier) {
        tier.size().ifPresent(amount -> size.setValue(amount.amount()));
        own.setValue(tier.own());
        tier.parts().forEach(part -> parts.addLine().show(part));
    }

    Tier tier() {
        Inputs.require(own);
        return new Tier(
                Amounts.ifAny(size),
                own.getValue().strip(),
                parts.all().stream().map(WeightLine::part).toList());
    }

    private static final class WeightLine extends Div {
        private final PartnerFields partner;
        private final TextField weight;

        WeightLine(String id, List<Merchant> merchants) {
            addClassName("fields");
            partner = new PartnerFields(id, merchants);
            weight = Inputs.name(new TextField(), id + "-weight", "sharing.weight");
            weight.setPlaceholder("30");
            add(partner, weight);
        }

        private void show(WeightedPart part) {
            partner.show(new Partner(part.party(), part.role()));
            weight.setValue(part.weight());
        }

        private WeightedPart part() {
            Inputs.require(weight);
            Partner who = partner.partner();
            return new WeightedPart(who.party(), who.role(), weight.getValue().strip());
        }
    }
}
