package io.databourse.web.sharing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.merchant.Merchant;
import io.databourse.money.Rational;
import io.databourse.pricing.share.Contribution;
import io.databourse.pricing.share.UtilityTable;
import io.databourse.settlement.ContributionTerms;
import io.databourse.settlement.Partner;
import io.databourse.settlement.SharingPreview;
import io.databourse.settlement.SharingService;
import io.databourse.settlement.SharingTerms;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the terms that count from now on, and shows first who would get what.
final class SharingEditor extends Div {
    private enum Way {
        TIERS,
        CONTRIBUTION
    }

    private final SharingService sharing;
    private final SharingTables tables;
    private final Contract contract;
    private final Runnable done;
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final TermsForm tiers;
    private final ContributionForm contribution;
    private final TextField earned = Amounts.input("preview-earned", "sharing.earned");
    private final IntegerField units =
            Inputs.name(new IntegerField(), "preview-units", "order.units");
    private final Div answer = Blocks.div("stack");

    SharingEditor(
            SharingService sharing,
            SharingTables tables,
            Contract contract,
            List<Merchant> merchants,
            Runnable done) {
        this.sharing = sharing;
        this.tables = tables;
        this.contract = contract;
        this.done = done;
        addClassName("stack");
        tiers = new TermsForm(merchants, sharing.find(CurrentUser.caller(), contract.id()));
        contribution = new ContributionForm(merchants);
        prepare();
        add(
                way,
                tiers,
                contribution,
                Blocks.subtitle(Texts.t("sharing.preview")),
                Blocks.div("fields", earned, units),
                Blocks.row(
                        Actions.command("preview", Texts.t("sharing.preview"), this::preview),
                        Actions.primary("agree", Texts.t("sharing.agree"), this::agree)),
                answer);
    }

    private void prepare() {
        way.setId("sharing-way");
        way.setItems(Way.values());
        way.setItemLabelGenerator(each -> Texts.t("sharing.way." + each.name()));
        way.addValueChangeListener(change -> {
            tiers.setVisible(change.getValue() == Way.TIERS);
            contribution.setVisible(change.getValue() == Way.CONTRIBUTION);
        });
        way.setValue(Way.TIERS);
        earned.setValue("1960.00");
        units.setValue(4);
    }

    private void preview() {
        SharingTerms terms =
                way.getValue() == Way.TIERS ? tiers.terms() : shared(contribution.terms());
        Inputs.require(units);
        var preview = SharingPreview.of(terms, Amounts.of(earned), Inputs.value(units).longValue());
        answer.removeAll();
        answer.add(tables.preview(preview), Blocks.muted(Texts.t("sharing.rounding")));
    }

    /// The weights that would follow; the service computes them again when they are agreed.
    private static SharingTerms shared(ContributionTerms terms) {
        try {
            List<Rational> parts =
                    Contribution.of(
                                    UtilityTable.of(terms.partners().size() + 1, terms.utilities()),
                                    terms.sampling())
                            .payable(terms.negative());
            List<WeightedPart> weighted = new ArrayList<>();
            for (int i = 1; i < parts.size(); i++) {
                Partner partner = terms.partners().get(i - 1);
                weighted.add(
                        new WeightedPart(partner.party(), partner.role(), parts.get(i).toString()));
            }
            return new SharingTerms(
                    terms.fixed(),
                    List.of(new Tier(Optional.empty(), parts.getFirst().toString(), weighted)));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/utilities", String.valueOf(e.getMessage()), "0+1: 30")));
        }
    }

    private void agree() {
        if (way.getValue() == Way.TIERS) {
            sharing.agree(CurrentUser.caller(), contract.id(), tiers.terms());
        } else {
            sharing.agree(CurrentUser.caller(), contract.id(), contribution.terms());
        }
        Problems.done(Texts.t("sharing.agreed"));
        done.run();
    }
}
