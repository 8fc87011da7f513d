package io.databourse.harness;

import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.PlanOffer;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.Rollover;
import io.databourse.contract.Supplement;
import io.databourse.contract.SupplementRequest;
import io.databourse.contract.SupplementService;
import io.databourse.money.Money;
import io.databourse.order.OrderService;
import io.databourse.order.Quote;
import io.databourse.order.QuoteRequest;
import io.databourse.order.WalletService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A market where ten units cost 5,000.00 at first, and twenty more 6,000.00.
public final class TopUps {
    public static final Duration TERM = Duration.ofHours(1);
    private static final Money PURSE = Money.cny("100000.00");

    public final Market market = new Market();
    public final Contract contract;
    private final Exchange exchange = Exchange.get();
    private final SupplementService supplements = exchange.bean(SupplementService.class);
    private final Listing listing;

    public TopUps() {
        NewListing offer = market.offer(market.product());
        listing =
                exchange.bean(CatalogService.class)
                        .list(
                                market.airline,
                                new NewListing(
                                        offer.productId(),
                                        List.of(
                                                new PlanOffer("10", 10, Money.cny("5000.00"), 365),
                                                new PlanOffer("20", 20, Money.cny("6000.00"), 365)),
                                        offer.terms()));
        exchange.bean(WalletService.class).topUp(market.bank, PURSE);
        OrderService orders = exchange.bean(OrderService.class);
        contract = market.contract(orders.place(market.bank, quote(0).id()), TERM);
    }

    public Quote quote(int plan) {
        return exchange.bean(OrderService.class)
                .quote(market.bank, new QuoteRequest(listing.id(), listing.plans().get(plan).id()));
    }

    /// So long after the contract's first end.
    public Instant after(Duration first) {
        return contract.policy().notAfter().plus(first);
    }

    public Supplement draft(Duration later, Rollover rollover) {
        return supplements.draft(
                market.bank,
                contract.id(),
                new SupplementRequest(quote(1).id(), after(later), rollover));
    }

    /// Twenty more units, signed by both nodes.
    public Contract added(Duration later, Rollover rollover) {
        Supplement draft = draft(later, rollover);
        sign(draft);
        Supplement signed = found(draft);
        if (signed.state() != ContractState.ACTIVE) {
            throw new IllegalStateException("not signed: " + signed.signatures());
        }
        return now();
    }

    public void sign(Supplement draft) {
        supplements.sign(market.bank, contract.id(), draft.id());
        supplements.sign(market.airline, contract.id(), draft.id());
        exchange.settle();
    }

    public Supplement found(Supplement supplement) {
        return supplements.list(market.bank, contract.id()).stream()
                .filter(each -> each.id().equals(supplement.id()))
                .findFirst()
                .orElseThrow();
    }

    public Contract now() {
        return exchange.bean(ContractService.class).find(market.bank, contract.id());
    }
}
