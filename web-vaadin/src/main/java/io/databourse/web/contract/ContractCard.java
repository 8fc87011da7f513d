package io.databourse.web.contract;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.contract.Contract;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.order.OrderNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.sharing.SharingNavigation;
import io.databourse.web.statement.ChargesNavigation;

/// Who agreed with whom, on how much and until when, with the ways to what belongs to it.
final class ContractCard extends Div {
    /// @param seesSharing whether how the income is shared is this person's business
    ContractCard(Contract contract, boolean seesSharing) {
        addClassName("card");
        Facts facts =
                new Facts()
                        .mono("contract.id", contract.id().value())
                        .add("order.provider", contract.providerName())
                        .add("order.buyer", contract.consumerName())
                        .add("order.amount", Figures.of(contract.totalPrice()))
                        .add(
                                "order.units",
                                Texts.t("order.runs", Figures.of(contract.totalUnits())))
                        .add("contract.notAfter", new When(contract.end()))
                        .add("contract.createdAt", new When(contract.createdAt()))
                        .add(
                                "contract.order",
                                Blocks.mono(
                                        contract.orderId().value(),
                                        OrderNavigation.address(contract.orderId())))
                        .add(
                                "contract.charges",
                                Blocks.link(
                                        Texts.t("contract.seeCharges"),
                                        ChargesNavigation.address(contract.id())));
        if (seesSharing) {
            var sharing =
                    Blocks.link(
                            Texts.t("contract.seeSharing"),
                            SharingNavigation.address(contract.id()));
            sharing.setId("to-sharing");
            facts.add("contract.sharing", sharing);
        }
        add(
                new H2(Texts.t("contract.title")),
                facts.add("evidence.link", StoryNavigation.link(contract.id().value())));
    }
}
