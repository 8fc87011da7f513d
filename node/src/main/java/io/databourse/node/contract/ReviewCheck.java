package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.DEFINITION_INVALID;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;

/// Checks what a job's definition says about scripts, releases and dry runs. A script runs, and an
/// output leaves, only if reviewers at this node have said so: the exchange's word is not enough.
final class ReviewCheck {
    private ReviewCheck() {}

    /// What every party checks.
    static void all(ContractDocument contract, JobDefinition definition) {
        var parameters = definition.parameters();
        var script = parameters.get(JobDefinition.SCRIPT);
        var hash = parameters.get(JobDefinition.SCRIPT_HASH);
        unless(
                script == null ? hash == null : Digest.sha256(script).hex().equals(hash),
                DEFINITION_INVALID,
                "the script is not the one of its hash");
        unless(
                !definition.isDryRun() || definition.release().isEmpty(),
                DEFINITION_INVALID,
                "a dry run has nothing to hand over");
        var rules = parameters.get(JobDefinition.RULES);
        if (rules != null) {
            var agreed = contract.policy().room().map(text -> Json.parse(text, "room"));
            unless(
                    agreed.isPresent()
                            && agreed.get().node().equals(Json.parse(rules, "rules").node()),
                    DEFINITION_INVALID,
                    "the definition has other rules than the contract");
        }
    }

    /// What the owner of the data checks besides.
    static void provider(JobDefinition definition, OwnFacts own) {
        var hash = definition.parameters().get(JobDefinition.SCRIPT_HASH);
        if (hash != null && !mayTryUnapproved(definition, own)) {
            unless(
                    own.reviewed().scripts().contains(hash),
                    RefusalCode.SCRIPT_NOT_APPROVED,
                    "reviewers here have not approved the script " + hash);
        }
        if (definition.release().isPresent()) {
            unless(
                    own.reviewed().outputs().contains(definition.release().get()),
                    RefusalCode.OUTPUT_NOT_RELEASED,
                    "reviewers here have not released such an output of this job");
        }
    }

    private static boolean mayTryUnapproved(JobDefinition definition, OwnFacts own) {
        return definition.isDryRun()
                && own.source()
                        .flatMap(OwnFacts.SourceFacts::release)
                        .flatMap(ReleasePolicy::room)
                        .filter(ReleasePolicy.RoomTerms::unapprovedDryRuns)
                        .isPresent();
    }
}
