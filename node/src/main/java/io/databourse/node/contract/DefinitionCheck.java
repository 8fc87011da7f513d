package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.DEFINITION_INVALID;
import static io.databourse.node.contract.RefusalCode.PEER_MISMATCH;

import java.util.HashSet;

/// Holds a job's definition against its contract.
final class DefinitionCheck {
    private DefinitionCheck() {}

    static void all(
            JobRequest request, ContractDocument contract, JobDefinition definition, OwnFacts own) {
        identity(request, contract, definition);
        terms(contract, definition, own);
        TwoSidedCheck.terms(contract.policy());
        parties(contract, definition);
        plugin(definition, own);
    }

    private static void identity(
            JobRequest request, ContractDocument contract, JobDefinition definition) {
        unless(
                definition.jobId().equals(request.jobId())
                        && definition.attempt() == request.attempt(),
                DEFINITION_INVALID,
                "the definition is of another job or attempt");
        unless(
                definition.contractId().equals(contract.contractId())
                        && ContractCheck.hasHash(
                                request.contract().document(), definition.contractHash()),
                DEFINITION_INVALID,
                "the definition is of another contract");
    }

    private static void terms(ContractDocument contract, JobDefinition definition, OwnFacts own) {
        var policy = contract.policy();
        unless(
                own.now().isBefore(policy.notAfter()),
                RefusalCode.CONTRACT_EXPIRED,
                "the contract ended at " + policy.notAfter());
        unless(
                own.now().isBefore(definition.deadline()),
                DEFINITION_INVALID,
                "the job's deadline has passed");
        unless(
                policy.tasks().contains(definition.task()),
                RefusalCode.TASK_NOT_ALLOWED,
                "the contract does not allow the task " + definition.task());
        unless(
                policy.purposes().contains(definition.purpose()),
                RefusalCode.PURPOSE_NOT_ALLOWED,
                "the contract does not allow the purpose " + definition.purpose());
        unless(
                definition.minimumResultSize() >= policy.minimumResultSize(),
                DEFINITION_INVALID,
                "the contract wants results of at least " + policy.minimumResultSize() + " rows");
    }

    private static void parties(ContractDocument contract, JobDefinition definition) {
        var ids = new HashSet<String>();
        var nodes = new HashSet<String>();
        for (var party : definition.parties()) {
            unless(
                    ids.add(party.id()) && nodes.add(party.nodeId()),
                    DEFINITION_INVALID,
                    "the definition names a party twice");
            var agreed =
                    contract.party(party.nodeId())
                            .orElseThrow(() ->
                                    new Objection(
                                            PEER_MISMATCH,
                                            party.nodeId() + " is not a party of the contract"));
            unless(
                    agreed.channelFingerprint().equals(party.channelFingerprint()),
                    PEER_MISMATCH,
                    "the definition names another certificate of " + party.nodeId());
            unless(
                    !party.receivesResult()
                            || contract.policy().recipients().contains(agreed.role()),
                    PEER_MISMATCH,
                    "the contract gives the result to the "
                            + contract.policy().resultRecipient()
                            + " alone");
            unless(
                    party.receivesResult()
                            || !contract.policy().givesResultToBoth()
                            || agreed.role().equals(ContractDocument.COMPUTE),
                    PEER_MISMATCH,
                    "the contract gives the result to the " + agreed.role() + " as well");
        }
        // Tasks between owner and consumer have no part for the exchange's own node.
        unless(
                contract.parties().stream()
                        .filter(each -> !each.role().equals(ContractDocument.COMPUTE))
                        .allMatch(each -> nodes.contains(each.nodeId())),
                PEER_MISMATCH,
                "a party of the contract is not in the definition");
    }

    private static void plugin(JobDefinition definition, OwnFacts own) {
        var asked = definition.plugin();
        unless(
                definition.task().startsWith(asked.id() + "/"),
                DEFINITION_INVALID,
                "the task " + definition.task() + " is not of the plugin " + asked.id());
        unless(
                own.plugin().isPresent(),
                RefusalCode.PLUGIN_MISMATCH,
                "the plugin " + asked.id() + " is not installed here");
        unless(
                own.plugin().equals(java.util.Optional.of(asked)),
                RefusalCode.PLUGIN_MISMATCH,
                "the plugin " + asked.id() + " installed here is another build");
    }
}
