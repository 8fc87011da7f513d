package io.databourse.web.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.SupplementService;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.order.Order;
import io.databourse.order.OrderId;
import io.databourse.order.OrderService;
import io.databourse.order.OrderState;
import io.databourse.web.contract.ContractDraftForm;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.pricing.ChargingCard;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// One order; from here its contract is drafted.
@Route(value = "orders/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class OrderView extends Page implements BeforeEnterObserver {
    private final OrderService orders;
    private final ContractService contracts;
    private final SupplementService supplements;
    private final MerchantService merchants;
    private final ContractDraftForm form;

    @Inject
    OrderView(
            OrderService orders,
            ContractService contracts,
            SupplementService supplements,
            MerchantService merchants,
            ContractDraftForm form) {
        this.orders = orders;
        this.contracts = contracts;
        this.supplements = supplements;
        this.merchants = merchants;
        this.form = form;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(orders.find(CurrentUser.caller(), Address.id(event, OrderId::new)));
    }

    private void build(Order order) {
        crumbs(Texts.t("nav.section.trade"), Blocks.link(Texts.t("nav.orders"), "orders"));
        title(order.productName());
        beside(Tags.state(order.state()));
        boolean mine = isMine(order);
        boolean open = order.state() == OrderState.PLACED;
        Optional<Contract> contract = contractOf(order);
        if (mine && open) {
            actions(Actions.danger("order-cancel", Texts.t("order.cancel"), () -> cancel(order)));
        }
        Div left = Blocks.div("grid", next(order, contract, mine));
        if (mine && open && contract.isEmpty()) {
            left.add(form.of(order));
        }
        show(
                steps(order, contract),
                Blocks.div(
                        "grid g2",
                        left,
                        Blocks.div("grid", facts(order), ChargingCard.of(order.charging()))));
    }

    private static Stepper steps(Order order, Optional<Contract> contract) {
        int now =
                switch (order.state()) {
                    case PLACED -> contract.isPresent() ? 2 : 1;
                    case CONTRACTED -> 3;
                    case CANCELLED -> 1;
                };
        return new Stepper(
                List.of(
                        Texts.t("order.step.placed"),
                        Texts.t("order.step.draft"),
                        Texts.t("order.step.signed")),
                now,
                order.state() == OrderState.CANCELLED);
    }

    private Component next(Order order, Optional<Contract> contract, boolean mine) {
        if (contract.isPresent()) {
            var link =
                    Blocks.link(
                            Texts.t("order.toContract"),
                            ContractNavigation.address(contract.get().id()));
            link.setId("to-contract");
            return Blocks.next(Texts.t("order.next." + order.state() + ".contract"), link);
        }
        return Blocks.next(Texts.t("order.next." + order.state() + (mine ? ".mine" : ".other")));
    }

    private static Component facts(Order order) {
        return Blocks.card(
                Texts.t("order.title"),
                new Facts()
                        .mono("order.id", order.id().value())
                        .add("order.provider", order.providerName())
                        .add("order.buyer", order.buyerName())
                        .add("order.units", Texts.t("order.runs", Figures.of(order.units())))
                        .add("order.amount", Figures.of(order.amount()))
                        .add("order.validity", Texts.t("order.days", order.validityDays()))
                        .add("order.placedAt", new When(order.placedAt()))
                        .add(
                                "order.listing",
                                Blocks.mono(
                                        order.listingId().value(),
                                        "catalogue/" + order.listingId()))
                        .add("evidence.link", StoryNavigation.link(order.id().value())));
    }

    private void cancel(Order order) {
        build(orders.cancel(CurrentUser.caller(), order.id()));
    }

    private boolean isMine(Order order) {
        return CurrentUser.has(Role.BUYER)
                && merchants
                        .organisationOf(CurrentUser.caller())
                        .map(Merchant::id)
                        .filter(id -> order.buyer().equals(id))
                        .isPresent();
    }

    private Optional<Contract> contractOf(Order order) {
        return contracts
                .list(CurrentUser.caller(), PageRequest.first(PageRequest.MOST))
                .items()
                .stream()
                .filter(contract -> isOf(order, contract))
                .findFirst()
                .or(() -> supplemented(order));
    }

    private static boolean isOf(Order order, Contract contract) {
        return contract.orderId().equals(order.id())
                || contract.supplements().stream()
                        .anyMatch(added -> added.orderId().equals(order.id()));
    }

    /// The contract that the order is to be added to.
    private Optional<Contract> supplemented(Order order) {
        return supplements.open(CurrentUser.caller()).stream()
                .filter(open -> open.orderId().equals(order.id()))
                .map(open -> contracts.find(CurrentUser.caller(), open.contractId()))
                .findFirst();
    }
}
