package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Holds a contract's policy against the owner's own limits.
final class ReleaseCheck {
    private static final RefusalCode CODE = RefusalCode.RELEASE_REFUSED;

    private ReleaseCheck() {}

    /// The owner's file must be the one that was sold, and the owner must allow what the contract
    /// allows.
    static void provider(ContractDocument contract, OwnFacts own) {
        var terms = contract.dataset();
        unless(
                terms.nodeId().equals(own.nodeId()),
                RefusalCode.PEER_MISMATCH,
                "the contract says that the data is at another node");
        var source =
                own.source()
                        .filter(each -> each.name().equals(terms.source()))
                        .orElseThrow(() -> none(terms.source()));
        source(source, terms.contentHash(), contract.policy(), own);
        for (var table : contract.tables()) {
            var further =
                    Optional.ofNullable(own.tables().get(table.source()))
                            .orElseThrow(() -> none(table.source()));
            source(further, table.contentHash(), seen(table, contract.policy()), own);
        }
    }

    private static Objection none(String source) {
        return new Objection(CODE, "there is no source " + source);
    }

    /// A further table is not matched with anybody's records, and each of its columns may be seen
    /// in a result as far as the rules go.
    private static ContractDocument.UsagePolicy seen(
            ContractDocument.TableTerms table, ContractDocument.UsagePolicy policy) {
        return new ContractDocument.UsagePolicy(
                policy.purposes(),
                policy.tasks(),
                policy.maximumRuns(),
                policy.notAfter(),
                Set.of(),
                Set.of(),
                table.columns(),
                policy.resultRecipient(),
                Set.of(),
                policy.minimumResultSize(),
                policy.room());
    }

    private static void source(
            OwnFacts.SourceFacts source,
            String contentHash,
            ContractDocument.UsagePolicy policy,
            OwnFacts own) {
        var release =
                source.release()
                        .orElseThrow(() ->
                                new Objection(CODE, "the owner does not release " + source.name()));
        unless(
                source.contentHash().equals(contentHash),
                RefusalCode.SOURCE_CHANGED,
                source.name() + " is not the file any more that the contract is about");
        limits(policy, release);
        unless(
                own.now().isBefore(release.until()),
                CODE,
                "the owner's release of " + source.name() + " is over");
    }

    private static void limits(ContractDocument.UsagePolicy policy, ReleasePolicy release) {
        within(policy.tasks(), release.tasks(), "task");
        within(policy.purposes(), release.purposes(), "purpose");
        within(policy.joinColumns(), release.joinColumns(), "join column");
        within(policy.filterColumns(), release.filterColumns(), "filter column");
        within(policy.resultColumns(), release.resultColumns(), "result column");
        unless(
                policy.minimumResultSize() >= release.minimumResult(),
                CODE,
                "the owner wants results of at least " + release.minimumResult() + " rows");
        unless(
                !policy.notAfter().isAfter(release.until()),
                CODE,
                "the contract lasts longer than the owner's release");
    }

    private static void within(Set<String> asked, Set<String> released, String what) {
        var beyond = new TreeSet<>(asked);
        beyond.removeAll(released);
        unless(
                beyond.isEmpty(),
                CODE,
                "the owner does not release " + what + " " + String.join(", ", beyond));
    }
}
