package io.databourse.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.databourse.settlement.ContributionShares;
import io.databourse.settlement.Partner;
import io.databourse.settlement.SharingPreview;
import io.databourse.settlement.SharingTerms;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/// Terms, contributions and shares as tables.
@Dependent
class SharingTables {
    private final Organisations organisations;

    @Inject
    SharingTables(Organisations organisations) {
        this.organisations = organisations;
    }

    private String name(Partner partner) {
        return organisations.name(partner.party()) + " · " + Texts.of(partner.role());
    }

    Component terms(SharingTerms terms) {
        Div all = Blocks.div("stack");
        if (!terms.fixed().isEmpty()) {
            all.add(
                    table(
                            List.of("sharing.party", "sharing.fixedAmount"),
                            terms.fixed().stream()
                                    .map(part ->
                                            List.of(
                                                    name(new Partner(part.party(), part.role())),
                                                    Figures.of(part.amount())))));
        }
        int count = terms.tiers().size();
        for (int i = 0; i < count; i++) {
            Tier tier = terms.tiers().get(i);
            all.add(
                    Blocks.text(
                            "strong",
                            tier.size()
                                    .map(size -> Texts.t("sharing.tierOf", Figures.of(size)))
                                    .orElseGet(() ->
                                            Texts.t(
                                                    count == 1
                                                            ? "sharing.tierAll"
                                                            : "sharing.tierRest"))),
                    table(
                            List.of("sharing.party", "sharing.weight"),
                            Stream.concat(
                                    Stream.of(List.of(Texts.t("sharing.provider"), tier.own())),
                                    tier.parts().stream()
                                            .map(part ->
                                                    List.of(
                                                            name(
                                                                    new Partner(
                                                                            part.party(),
                                                                            part.role())),
                                                            part.weight())))));
        }
        return all;
    }

    /// What each party contributed and gets, exact.
    Component contribution(ContributionShares shares) {
        List<Partner> partners = shares.terms().partners();
        return table(
                List.of("sharing.party", "sharing.value", "sharing.part"),
                Stream.iterate(0, i -> i + 1)
                        .limit(shares.values().size())
                        .map(i ->
                                List.of(
                                        i
                                                + " · "
                                                + (i == 0
                                                        ? Texts.t("sharing.provider")
                                                        : name(partners.get(i - 1))),
                                        shares.values().get(i),
                                        shares.parts().get(i))));
    }

    Component preview(SharingPreview preview) {
        NativeTable table =
                table(
                        List.of("sharing.party", "sharing.gets"),
                        Stream.concat(
                                preview.partners().stream()
                                        .map(share ->
                                                List.of(
                                                        name(
                                                                new Partner(
                                                                        share.party(),
                                                                        share.role())),
                                                        Figures.of(share.amount()))),
                                Stream.of(
                                        List.of(
                                                Texts.t("sharing.provider"),
                                                Figures.of(preview.own())))));
        table.setId("sharing-preview");
        return table;
    }

    private static NativeTable table(List<String> headKeys, Stream<List<String>> rows) {
        NativeTableRow heads = new NativeTableRow();
        headKeys.forEach(key -> heads.add(new NativeTableHeaderCell(Texts.t(key))));
        NativeTableBody body = new NativeTableBody();
        rows.forEach(cells -> {
            NativeTableRow row = new NativeTableRow();
            cells.forEach(cell -> row.addDataCell().setText(cell));
            body.add(row);
        });
        NativeTable table = new NativeTable(new NativeTableHeader(heads), body);
        table.addClassName("figures");
        return table;
    }
}
