package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractState;
import io.databourse.contract.Supplement;
import io.databourse.contract.SupplementRequest;
import io.databourse.contract.SupplementService;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderService;
import io.databourse.order.QuoteRequest;
import io.databourse.quota.PackStory;
import io.databourse.quota.QuotaService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// What was added to a contract, and the button that adds more.
@Dependent
class Additions {
    private final SupplementService supplements;
    private final QuotaService quotas;
    private final OrderService orders;
    private final CatalogService catalog;

    @Inject
    Additions(
            SupplementService supplements,
            QuotaService quotas,
            OrderService orders,
            CatalogService catalog) {
        this.supplements = supplements;
        this.quotas = quotas;
        this.orders = orders;
        this.catalog = catalog;
    }

    List<Supplement> list(Contract contract) {
        return contract.state() == ContractState.ACTIVE
                ? supplements.list(CurrentUser.caller(), contract.id())
                : List.of();
    }

    /// Empty for a contract to which nobody added anything.
    ///
    /// @param party the party whose person looks
    Component cards(Contract contract, Optional<MerchantId> party, Runnable changed) {
        List<Supplement> all = list(contract);
        Div cards = Blocks.div("grid");
        if (all.isEmpty()) {
            return cards;
        }
        List<PackStory> packs = quotas.stories(contract.id());
        cards.add(new PacksCard(packs));
        for (Supplement each : all.reversed()) {
            cards.add(
                    new SupplementCard(each)
                            .with(
                                    each,
                                    party,
                                    open -> {
                                        sign(open);
                                        changed.run();
                                    },
                                    (open, reason) -> {
                                        supplements.drop(
                                                CurrentUser.caller(),
                                                contract.id(),
                                                open.id(),
                                                reason);
                                        changed.run();
                                    }));
        }
        return cards;
    }

    /// The button, where the buyer's person may add: packs to a contract of packs.
    Optional<Component> button(Contract contract, Runnable changed) {
        boolean open =
                list(contract).stream()
                        .anyMatch(each -> each.state() == ContractState.AWAITING_SIGNATURES);
        if (open || contract.charging().payAsYouGo().isPresent() || !CurrentUser.has(Role.BUYER)) {
            return Optional.empty();
        }
        return Optional.of(
                Actions.command("top-up", Texts.t("topup.button"), () -> ask(contract, changed)));
    }

    private void ask(Contract contract, Runnable changed) {
        Listing listing =
                catalog.find(orders.find(CurrentUser.caller(), contract.orderId()).listingId());
        new TopUpDialog(
                        contract,
                        listing,
                        plan ->
                                orders.quote(
                                        CurrentUser.caller(),
                                        new QuoteRequest(listing.id(), plan.id())),
                        wish -> {
                            order(contract, wish);
                            changed.run();
                        })
                .open();
    }

    /// The buyer's node signs next: who orders wants it.
    private void order(Contract contract, SupplementRequest wish) {
        sign(supplements.draft(CurrentUser.caller(), contract.id(), wish));
    }

    private void sign(Supplement supplement) {
        supplements.sign(CurrentUser.caller(), supplement.contractId(), supplement.id());
    }
}
