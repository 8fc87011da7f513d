package io.databourse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.RoomTables;
import io.databourse.catalog.UsageTerms;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.order.OrderService;
import io.databourse.quota.QuotaService;
import io.databourse.registration.Column;
import io.databourse.registration.DataProduct;
import io.databourse.registration.FieldDescription;
import io.databourse.registration.ProductService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows what a contract lets code see.
@ApplicationScoped
@Transactional
public class RoomService {
    /// The table that was sold.
    private static final String TABLE = "data";

    private final ContractService contracts;
    private final ProductService products;
    private final OrderService orders;
    private final CatalogService catalog;
    private final QuotaService quota;
    private final JpaDryRuns dryRuns;
    private final JpaPrivacyLeft privacy;

    @Inject
    RoomService(
            ContractService contracts,
            ProductService products,
            OrderService orders,
            CatalogService catalog,
            QuotaService quota,
            JpaDryRuns dryRuns,
            JpaPrivacyLeft privacy) {
        this.contracts = contracts;
        this.products = products;
        this.orders = orders;
        this.catalog = catalog;
        this.quota = quota;
        this.dryRuns = dryRuns;
        this.privacy = privacy;
    }

    /// @throws Refusal if the contract has no room, or is none of the caller's
    public Room room(Caller caller, ContractId id) {
        Contract contract = contracts.find(caller, id);
        JsonNode rules =
                contract.policy()
                        .room()
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NOT_FOUND, "The contract %s is of no room.", id));
        DataProduct product = products.find(Caller.system(), contract.productId());
        UsageTerms terms =
                catalog.find(orders.find(Caller.system(), contract.orderId()).listingId()).terms();
        return new Room(
                id,
                contract.productName(),
                contract.policy().tasks(),
                TABLE,
                product.rowCount(),
                product.columns().stream()
                        .filter(column -> contract.policy().resultColumns().contains(column.name()))
                        .map(column -> column(column, rules, product, terms.samples()))
                        .toList(),
                tables(rules),
                rules,
                quota.view(id).available(),
                dryRuns.left(id),
                rules.path("privacy").isObject() ? privacy.find(id) : Optional.empty());
    }

    private List<RoomTable> tables(JsonNode rules) {
        return RoomTables.of(rules, products).products().entrySet().stream()
                .map(each -> table(each.getKey(), rules, each.getValue()))
                .toList();
    }

    private static RoomTable table(String name, JsonNode rules, DataProduct product) {
        Set<String> seen = RoomTables.columns(rules, name);
        return new RoomTable(
                name,
                product.sheet().name(),
                product.rowCount(),
                product.columns().stream()
                        .filter(column -> seen.contains(column.name()))
                        .map(column ->
                                column(column, rules.path("tables").path(name), product, Map.of()))
                        .toList());
    }

    private static RoomColumn column(
            Column column, JsonNode rules, DataProduct product, Map<String, List<String>> samples) {
        JsonNode rule = rules.path("columns").path(column.name());
        return new RoomColumn(
                column.name(),
                column.type(),
                column.nullable(),
                rule.path("role").asText("NONE"),
                rule.path("aggregates").valueStream().map(JsonNode::asText).toList(),
                product.sheet().fields().stream()
                        .filter(field -> field.name().equals(column.name()))
                        .map(FieldDescription::description)
                        .findFirst()
                        .orElse(""),
                samples.getOrDefault(column.name(), List.of()));
    }
}
