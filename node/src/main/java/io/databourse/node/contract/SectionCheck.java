package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.COLUMN_NOT_ALLOWED;
import static io.databourse.node.contract.RefusalCode.DEFINITION_INVALID;

import io.databourse.node.source.Condition;
import java.util.List;
import java.util.Set;

/// Checks the party's own section: it is the one that all agreed on by its hash, and, where the
/// data was sold, it keeps to the contract's columns.
final class SectionCheck {
    private SectionCheck() {}

    static void own(
            JobRequest request, ContractDocument contract, JobDefinition definition, OwnFacts own) {
        var self =
                definition
                        .partyOf(own.nodeId())
                        .orElseThrow(() ->
                                new Objection(
                                        RefusalCode.PEER_MISMATCH,
                                        "this node is not a party of the job"));
        unless(
                self.sectionHash().isPresent() == request.section().isPresent(),
                DEFINITION_INVALID,
                "the section is missing, or nobody agreed on one");
        if (request.section().isEmpty()) {
            return;
        }
        var text = request.section().get();
        unless(
                self.sectionHash().get().equals(Section.hash(request.sectionSalt(), text)),
                DEFINITION_INVALID,
                "the section is not the one that was agreed on");
        var section = Section.parse(text);
        unless(
                section.party().equals(self.id()),
                DEFINITION_INVALID,
                "the section is of another party");
        unless(
                own.source().filter(each -> each.name().equals(section.source())).isPresent(),
                DEFINITION_INVALID,
                "there is no source " + section.source());
        var isProvider =
                contract.party(own.nodeId())
                        .filter(each -> each.role().equals(ContractDocument.PROVIDER))
                        .isPresent();
        if (isProvider) {
            sold(section, contract);
        } else {
            TwoSidedCheck.source(contract.policy(), own.source().get());
        }
    }

    private static void sold(Section section, ContractDocument contract) {
        unless(
                section.source().equals(contract.dataset().source()),
                DEFINITION_INVALID,
                "the contract is not about the source " + section.source());
        var selection = section.selection();
        var policy = contract.policy();
        within(selection.joinColumns(), policy.joinColumns(), "joined on");
        within(
                selection.resultColumns(),
                policy.givesResultToBoth() ? policy.providerColumns() : policy.resultColumns(),
                "part of a result");
        within(
                selection.conditions().stream().map(Condition::column).toList(),
                policy.filterColumns(),
                "filtered by");
    }

    private static void within(List<String> used, Set<String> allowed, String how) {
        for (var column : used) {
            unless(
                    allowed.contains(column),
                    COLUMN_NOT_ALLOWED,
                    "the contract does not let " + column + " be " + how);
        }
    }
}
