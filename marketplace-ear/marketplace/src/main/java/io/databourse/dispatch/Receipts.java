package io.databourse.dispatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Pem;
import io.databourse.json.Json;
import io.databourse.money.Money;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/// Writes what the exchange vouches for after a delivery, signed with its own key.
@ApplicationScoped
class Receipts {
    private final ContractService contracts;
    private final QuotaService quota;
    private final PluginCatalog plugins;
    private final ExchangeKeys keys;

    @Inject
    Receipts(
            ContractService contracts,
            QuotaService quota,
            PluginCatalog plugins,
            ExchangeKeys keys) {
        this.contracts = contracts;
        this.quota = quota;
        this.plugins = plugins;
        this.keys = keys;
    }

    /// To be called in the transaction that consumed the unit: the price is that of this unit.
    String write(JobRun job, Instant at) {
        String document = Json.write(document(job, at));
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("document", document);
        receipt.put("signature", keys.signer().signDocument(document));
        receipt.put("certificate", Pem.of(keys.signerCertificate()));
        return Json.write(receipt);
    }

    private ObjectNode document(JobRun job, Instant at) {
        JobIdentity identity = job.identity();
        Contract contract = contracts.find(Caller.system(), identity.request().contractId());
        JobResult result = job.result().orElseThrow();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "databourse/receipt/1");
        root.put("jobId", job.id().value());
        root.put("attempt", job.attempt());
        root.put("contractId", contract.id().value());
        root.put("contractHash", contract.documentHash());
        root.put("consumer", identity.consumer().value());
        root.put("provider", identity.provider().value());
        root.put("task", identity.request().task());
        root.put("purpose", identity.request().purpose());
        root.put("units", identity.units());
        if (job.isDryRun()) {
            root.put("dryRun", true);
        } else {
            root.set("price", Json.mapper().valueToTree(price(contract)));
        }
        root.put("definitionHash", job.attemptNow().definitionHash());
        root.putObject("result").put("rows", result.rows()).put("hash", result.hash());
        if (job.attemptNow().receivers().size() > 1) {
            ArrayNode results = root.putArray("results");
            job.attemptNow().receivers().forEach(party -> results.add(result(party)));
        }
        ArrayNode reports = root.putArray("reports");
        job.attemptNow().reports().forEach(report -> reports.add(report(report)));
        plugins.disclosure(identity.request().task())
                .ifPresent(said -> root.set("disclosure", Json.mapper().valueToTree(said)));
        job.held().ifPresent(held -> root.set("review", review(held)));
        root.put("deliveredAt", at.toString());
        return root;
    }

    private Money price(Contract contract) {
        long unit = quota.view(contract.id()).consumed();
        return quota.ladder(contract).amountOf(unit);
    }

    private static ObjectNode review(HeldResult held) {
        HeldResult.Decision decision = held.decision().orElseThrow();
        return JsonNodeFactory.instance
                .objectNode()
                .put("sha256", held.sha256())
                .put("reviewers", decision.reviewers())
                .put("hash", decision.documentHash());
    }

    /// How many rows a side has is its own business; its report says it.
    private static ObjectNode result(PartyRun party) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("party", party.party())
                .put("side", party.side().name())
                .put("hash", JobResult.at(party).hash());
    }

    private static ObjectNode report(PartyReport report) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("party", report.party())
                .put("nodeId", report.nodeId().value())
                .put("hash", report.documentHash())
                .put("signature", report.signature())
                .put("keysDestroyed", report.keysDestroyed());
    }
}
