package io.databourse.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.catalog.RoomTables;
import io.databourse.form.ModelContract;
import io.databourse.json.Json;
import io.databourse.membership.PartyNode;
import io.databourse.order.Order;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.Column;
import io.databourse.registration.DataProduct;
import java.time.Instant;
import java.util.List;

/// The text that both sides sign. It is written once; nodes read it and enforce it by themselves,
/// so each member is a promise to them and none may be renamed.
record ContractDocument(
        ContractId id,
        Order order,
        DataProduct product,
        RoomTables tables,
        List<ContractParty> parties,
        UsagePolicy policy,
        Instant createdAt) {

    /// One of the three: whose node it is, and with which certificates.
    record ContractParty(PartyRole role, String organisation, String creditCode, PartyNode node) {}

    String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "databourse/contract/1");
        root.put("contractId", id.value());
        root.put("orderId", order.id().value());
        root.put("productId", product.id().value());
        root.put("productName", order.productName());
        root.put("certificateNumber", product.certificateNumber().orElseThrow());
        root.set("dataset", dataset());
        if (!tables.products().isEmpty()) {
            ArrayNode further = root.putArray("tables");
            tables.products().forEach((name, each) -> further.add(table(name, each)));
        }
        ArrayNode all = root.putArray("parties");
        parties.forEach(party -> all.add(party(party)));
        root.set("policy", Json.mapper().valueToTree(policy));
        root.set("price", Json.mapper().valueToTree(order.amount()));
        root.put("units", order.units());
        if (!order.charging().equals(ChargingTerms.STANDARD)) {
            root.set("charging", Json.mapper().valueToTree(order.charging()));
        }
        root.putObject("form").put("code", ModelContract.CODE).put("text", ContractForm.text(this));
        root.put("createdAt", createdAt.toString());
        return Json.write(root);
    }

    private ObjectNode dataset() {
        ObjectNode dataset = JsonNodeFactory.instance.objectNode();
        dataset.put("nodeId", product.nodeId().value());
        dataset.put("source", product.source());
        dataset.put("contentHash", product.contentHash());
        ArrayNode columns = dataset.putArray("columns");
        product.columns().stream().map(Column::name).forEach(columns::add);
        return dataset;
    }

    /// What of it may be seen, the policy's rules for the room say.
    private static ObjectNode table(String name, DataProduct product) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("name", name);
        table.put("productId", product.id().value());
        table.put("certificateNumber", product.certificateNumber().orElseThrow());
        table.put("source", product.source());
        table.put("contentHash", product.contentHash());
        return table;
    }

    private static ObjectNode party(ContractParty party) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("role", party.role().name());
        node.put("organisation", party.organisation());
        node.put("creditCode", party.creditCode());
        node.put("nodeId", party.node().id().value());
        node.put("signingFingerprint", party.node().signingFingerprint().orElseThrow());
        node.put("channelFingerprint", party.node().channelFingerprint().orElseThrow());
        return node;
    }
}
