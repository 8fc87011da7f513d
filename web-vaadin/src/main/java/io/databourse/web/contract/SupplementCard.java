package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartySignature;
import io.databourse.contract.Rollover;
import io.databourse.contract.SignatureState;
import io.databourse.contract.Supplement;
import io.databourse.merchant.MerchantId;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One supplement: what it adds, and who signed it.
final class SupplementCard extends Div {
    SupplementCard(Supplement supplement) {
        addClassName("card");
        add(
                Blocks.subtitle(Texts.t("supplement.title")),
                facts(supplement),
                new Details(Texts.t("supplement.document"), new Pre(supplement.document())));
        supplement.signatures().forEach(each -> add(signature(each)));
    }

    /// Buttons for a party, as long as not both have signed.
    SupplementCard with(
            Supplement supplement,
            Optional<MerchantId> party,
            Consumer<Supplement> sign,
            BiConsumer<Supplement, String> drop) {
        if (supplement.state() != ContractState.AWAITING_SIGNATURES || party.isEmpty()) {
            return this;
        }
        Div buttons =
                Blocks.row(
                        Actions.danger(
                                "drop-supplement",
                                Texts.t("supplement.drop"),
                                () ->
                                        new ReasonDialog(
                                                        Texts.t("supplement.drop"),
                                                        why -> drop.accept(supplement, why))
                                                .open()));
        supplement.signatures().stream()
                .filter(each -> party.filter(each.merchantId()::equals).isPresent())
                .filter(SupplementCard::isOpen)
                .forEach(_ ->
                        buttons.add(
                                Actions.primary(
                                        "sign-supplement",
                                        Texts.t("contract.sign"),
                                        () -> sign.accept(supplement))));
        add(buttons);
        return this;
    }

    private static Facts facts(Supplement supplement) {
        return new Facts()
                .add("table.state", Tags.state(supplement.state()))
                .add("pack.units", Figures.of(supplement.units()))
                .add("order.amount", Figures.of(supplement.price()))
                .add("pack.until", new When(supplement.validUntil()))
                .add("supplement.rollover", rollover(supplement.rollover()));
    }

    static String rollover(Rollover rollover) {
        return Texts.t("rollover." + rollover.mode(), rollover.units());
    }

    private static Component signature(PartySignature signature) {
        Facts facts =
                new Facts()
                        .add(
                                "contract.party",
                                Texts.of(signature.role()) + " · " + signature.organisation())
                        .add("table.state", Tags.state(signature.state()));
        signature.reason().ifPresent(why -> facts.add("contract.reason", Said.text(why)));
        signature.signedAt().ifPresent(at -> facts.add("contract.signedAt", new When(at)));
        return Blocks.div("signature", facts);
    }

    private static boolean isOpen(PartySignature signature) {
        return signature.state() == SignatureState.NOT_REQUESTED
                || signature.state() == SignatureState.REFUSED;
    }
}
