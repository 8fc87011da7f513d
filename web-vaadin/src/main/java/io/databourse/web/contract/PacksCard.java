package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.quota.PackStory;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.List;

/// The packs of a contract: from when to when, where their units came from and what became of them.
final class PacksCard extends Div {
    PacksCard(List<PackStory> packs) {
        addClassName("card");
        setId("packs");
        add(new H2(Texts.t("pack.title")));
        int number = 0;
        for (PackStory pack : packs) {
            add(Blocks.div("signature", head(++number, pack), facts(pack)));
        }
    }

    private static Component head(int number, PackStory pack) {
        return Blocks.row(
                Blocks.text("strong", Texts.t(number == 1 ? "pack.first" : "pack.added", number)),
                pack.ended()
                        ? Tags.plain(Texts.t("pack.ended"))
                        : Tags.good(Texts.t("pack.left", Figures.of(pack.unused()))));
    }

    private static Facts facts(PackStory pack) {
        Facts facts =
                new Facts()
                        .add("pack.units", Figures.of(pack.units()))
                        .add("pack.from", new When(pack.validFrom()));
        pack.validUntil().ifPresent(end -> facts.add("pack.until", new When(end)));
        count(facts, "pack.takenOver", pack.takenOver());
        count(facts, "pack.passedOn", pack.passedOn());
        count(facts, "pack.expired", pack.expired());
        return facts;
    }

    private static void count(Facts facts, String key, long units) {
        if (units > 0) {
            facts.add(key, Figures.of(units));
        }
    }
}
