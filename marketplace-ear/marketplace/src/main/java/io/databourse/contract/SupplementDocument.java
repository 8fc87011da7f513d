package io.databourse.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.json.Json;
import io.databourse.order.Order;
import java.time.Instant;

/// The text that both sides sign. Nodes read it and enforce it by themselves, so each member is a
/// promise to them and none may be renamed.
///
/// It names the text that it follows, the contract's or the supplement's before it: so nobody can
/// show a node some of a contract's supplements and hide one among them.
record SupplementDocument(
        SupplementId id,
        Contract contract,
        Order order,
        Instant validUntil,
        Rollover rollover,
        Instant createdAt) {
    String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "databourse/supplement/1");
        root.put("supplementId", id.value());
        root.put("contractId", contract.id().value());
        root.put("contractHash", contract.documentHash());
        root.put("follows", follows());
        root.put("orderId", order.id().value());
        root.put("units", order.units());
        root.set("price", Json.mapper().valueToTree(order.amount()));
        root.put("validUntil", validUntil.toString());
        ObjectNode carried = root.putObject("rollover").put("mode", rollover.mode().name());
        if (rollover.mode() == Rollover.Mode.AT_MOST) {
            carried.put("units", rollover.units());
        }
        root.put("createdAt", createdAt.toString());
        return Json.write(root);
    }

    private String follows() {
        return contract.supplements().isEmpty()
                ? contract.documentHash()
                : contract.supplements().getLast().documentHash();
    }
}
