package io.databourse.membership;

import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;

/// Rows that foreign keys ask for.
final class RealRows {
    private RealRows() {}

    static NodeId node() {
        NodeRow row = new NodeRow();
        row.id = NodeId.next().value();
        row.ownerName = "Exchange";
        row.joinTokenHash = JoinToken.hash(JoinToken.next());
        Transactions.real().run(() -> TestDatabase.entities().persist(row));
        return row.nodeId();
    }
}
