package io.databourse.web.sharing;

import com.vaadin.flow.component.html.Div;
import io.databourse.merchant.Merchant;
import io.databourse.settlement.SharingTerms;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Lines;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.Optional;

/// Fixed amounts and tiers: percent is one tier, a waterfall has several.
final class TermsForm extends Div {
    private final Lines<FixedLine> fixed;
    private final Lines<TierLine> tiers;

    TermsForm(List<Merchant> merchants, Optional<SharingTerms> now) {
        addClassName("stack");
        fixed = new Lines<>("fixed", "sharing.addFixed", id -> new FixedLine(id, merchants));
        tiers = new Lines<>("tier", "sharing.addTier", id -> new TierLine(id, merchants));
        now.ifPresent(terms -> {
            terms.fixed().forEach(part -> fixed.addLine().show(part));
            terms.tiers().forEach(tier -> tiers.addLine().show(tier));
        });
        if (now.isEmpty()) {
            tiers.addLine();
        }
        add(
                Blocks.subtitle(Texts.t("sharing.fixed")),
                Blocks.muted(Texts.t("sharing.fixedHint")),
                fixed,
                Blocks.subtitle(Texts.t("sharing.tiers")),
                Blocks.muted(Texts.t("sharing.tiersHint")),
                tiers);
    }

    SharingTerms terms() {
        return new SharingTerms(
                fixed.all().stream().map(FixedLine::part).toList(),
                tiers.all().stream().map(TierLine::tier).toList());
    }
}
