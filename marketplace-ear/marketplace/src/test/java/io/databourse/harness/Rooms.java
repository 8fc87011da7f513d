package io.databourse.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.UsageTerms;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.OtherInput;
import io.databourse.dispatch.OwnInput;
import io.databourse.json.Json;
import io.databourse.money.Money;
import io.databourse.order.OrderService;
import io.databourse.order.Quote;
import io.databourse.order.WalletService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the airline of a market sells as runs in a closed room beside its data.
public final class Rooms {
    public static final String TASK = "mpc/room";
    public static final String SQL = "select tier, count(*) from members group by tier";
    public static final String RULES =
            """
            {"entityKey":"member_id","minimumEntities":10,"reviewers":1,"columns":
            {"tier":{"role":"DIMENSION"},"flights_12m":{"role":"MEASURE","aggregates":["sum"]}}}
            """;

    private Rooms() {}

    public static NewListing offer(Market market, Optional<JsonNode> rules) {
        NewListing plain = market.offer(market.product());
        UsageTerms terms = plain.terms();
        return new NewListing(
                plain.productId(),
                plain.plans(),
                new UsageTerms(
                        List.of(TASK),
                        terms.purposes(),
                        List.of(),
                        terms.filterColumns(),
                        List.of("tier", "flights_12m"),
                        1,
                        terms.offeredUntil(),
                        rules,
                        Map.of("tier", List.of("GOLD", "SILVER")),
                        List.of()));
    }

    public static Contract contract(Market market) {
        return contract(market, RULES);
    }

    public static Contract contract(Market market, String rules) {
        Listing listing =
                market.exchange
                        .bean(CatalogService.class)
                        .list(market.airline, offer(market, Optional.of(Json.tree(rules))));
        Quote quote = market.quote(listing);
        market.exchange.bean(WalletService.class).topUp(market.bank, Money.cny("6000.00"));
        var order = market.exchange.bean(OrderService.class).place(market.bank, quote.id());
        return market.signed(
                market.exchange.bean(ContractService.class).draft(market.bank, market.wish(order)));
    }

    public static JobRequest request(Contract contract, Map<String, String> parameters) {
        return request(contract, parameters, false);
    }

    public static JobRequest request(
            Contract contract, Map<String, String> parameters, boolean dryRun) {
        return new JobRequest(
                contract.id(),
                TASK,
                "marketing",
                OwnInput.NONE,
                new OtherInput(List.of(), List.of()),
                parameters,
                Optional.of(dryRun));
    }

    public static Job start(Market market, Contract contract) {
        return market.exchange
                .bean(JobService.class)
                .start(market.bank, request(contract, Map.of("sql", SQL)));
    }
}
