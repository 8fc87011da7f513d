package io.databourse.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.algorithm.AlgorithmEvent;
import io.databourse.catalog.CatalogEvent;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.SupplementEvent;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleHash;
import io.databourse.dispatch.JobEvent;
import io.databourse.json.Json;
import io.databourse.membership.MembershipEvent;
import io.databourse.merchant.MerchantEvent;
import io.databourse.metering.MeterEvent;
import io.databourse.order.OrderEvent;
import io.databourse.quota.BuyerFrozenChanged;
import io.databourse.quota.QuotaEvent;
import io.databourse.registration.RegistrationEvent;
import io.databourse.settlement.SettlementEvent;
import io.databourse.settlement.SharingEvent;
import io.databourse.settlement.StatementEvent;
import io.databourse.settlement.dispute.DisputeEvent;
import io.databourse.settlement.invoice.InvoiceEvent;
import io.databourse.settlement.payout.PayoutEvent;
import io.databourse.settlement.reconciliation.ReconciliationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/// Writes every event down in the transaction that it happens in: there is no event without
/// evidence, and no evidence of what was rolled back.
@ApplicationScoped
class EvidenceRecorder {
    /// Who cancelled is for the exchange's own books: no person's name is in the log.
    private static final String PERSON = "by";

    private final EvidenceStore store;

    @Inject
    EvidenceRecorder(EvidenceStore store) {
        this.store = store;
    }

    void on(@Observes MerchantEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes MembershipEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes RegistrationEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes CatalogEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes OrderEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes ContractEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes SupplementEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes BuyerFrozenChanged event) {
        record(Facts.of(event));
    }

    void on(@Observes QuotaEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes AlgorithmEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes JobEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes MeterEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes SettlementEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes StatementEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes DisputeEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes PayoutEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes ReconciliationEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes InvoiceEvent event) {
        record(Facts.of(event));
    }

    void on(@Observes SharingEvent event) {
        record(Facts.of(event));
    }

    void record(Fact fact) {
        EntryRow row = new EntryRow();
        row.id = EntryId.next().value();
        row.stage = fact.stage();
        row.type = fact.type();
        row.subjectId = fact.subjectId();
        row.related = String.join(" ", fact.related());
        row.document = document(row.id, fact);
        row.documentSm3 = Digest.sm3(row.document).toString();
        row.leafHash = MerkleHash.leaf(row.document.getBytes(StandardCharsets.UTF_8)).toString();
        row.at = fact.at();
        store.insert(row);
    }

    private static String document(String id, Fact fact) {
        ObjectNode event = Json.mapper().valueToTree(fact.event());
        event.remove(PERSON);
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("type", "databourse/evidence/1");
        document.put("id", id);
        document.put("stage", fact.stage());
        document.put("event", fact.type());
        document.put("subject", fact.subjectId());
        document.set("facts", event);
        return document.toString();
    }
}
