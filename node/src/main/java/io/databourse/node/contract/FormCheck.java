package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;

import io.databourse.form.AgreedUse;
import io.databourse.form.Agreement;
import io.databourse.form.Blanks;
import io.databourse.form.ModelContract;
import io.databourse.node.Json;
import java.util.Optional;

/// Holds the text that people read against the part that nodes enforce: the clauses must be those
/// of the published form, and its blanks must name the same parties, use, term and price.
final class FormCheck {
    private FormCheck() {}

    /// Contracts of the first time have no form. They are signed already and run on: this is asked
    /// of new ones only.
    static void agrees(String document, ContractDocument contract) {
        var json = Json.parse(document, "contract");
        unless(
                json.has("form"),
                RefusalCode.FORM_MISMATCH,
                "the contract has no form, so people cannot read what this node would enforce");
        var form = json.child("form");
        var code = form.text("code");
        unless(
                code.equals(ModelContract.CODE),
                RefusalCode.FORM_MISMATCH,
                "this node does not know the form " + code);
        var said = read(form.text("text"));
        var differences = said.differences(agreement(json, contract).blanks());
        unless(
                differences.isEmpty(),
                RefusalCode.FORM_MISMATCH,
                "the form says something else than the contract: "
                        + String.join(", ", differences));
    }

    private static Blanks read(String text) {
        try {
            return ModelContract.read(text);
        } catch (IllegalArgumentException e) {
            throw new Objection(RefusalCode.FORM_MISMATCH, String.valueOf(e.getMessage()));
        }
    }

    static Agreement agreement(Json json, ContractDocument contract) {
        var policy = contract.policy();
        return new Agreement(
                contract.contractId(),
                json.text("productName"),
                side(json, ContractDocument.PROVIDER),
                side(json, ContractDocument.CONSUMER),
                new AgreedUse(
                        policy.purposes(),
                        policy.tasks(),
                        policy.maximumRuns(),
                        policy.notAfter(),
                        policy.joinColumns(),
                        policy.filterColumns(),
                        policy.resultColumns(),
                        policy.recipients(),
                        policy.providerColumns(),
                        policy.minimumResultSize(),
                        policy.room().isPresent()),
                json.has("charging") && json.child("charging").has("payAsYouGo")
                        ? Optional.empty()
                        : Optional.of(json.child("price").text("amount")));
    }

    private static Agreement.Side side(Json contract, String role) {
        return contract
                .list(
                        "parties",
                        party ->
                                party.text("role").equals(role)
                                        ? Optional.of(
                                                new Agreement.Side(
                                                        party.text("organisation"),
                                                        party.text("creditCode"),
                                                        party.text("nodeId")))
                                        : Optional.<Agreement.Side>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contract.parties has no " + role));
    }
}
