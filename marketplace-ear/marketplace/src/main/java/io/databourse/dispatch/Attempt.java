package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One try of a job: the definition that all parties accept, and how far each is.
///
/// @param definition JSON text, made once for the attempt and never written again
/// @param deadline as it stands in the definition
record Attempt(String definition, String definitionHash, Instant deadline, List<PartyRun> parties) {
    Attempt {
        parties = List.copyOf(parties);
    }

    Optional<PartyRun> party(NodeId node) {
        return parties.stream().filter(each -> each.nodeId().equals(node)).findFirst();
    }

    List<PartyRun> receivers() {
        return parties.stream().filter(PartyRun::receivesResult).toList();
    }

    /// Who receives the result and has not said that it has it. The consumer is the last: it pays
    /// when all have theirs, and has nothing before.
    Optional<PartyRun> nextReceiver() {
        return receivers().stream()
                .filter(each -> !each.hasDone(InstructionType.DELIVER_RESULT))
                .min(Comparator.comparing(each -> each.side() == PartyRole.CONSUMER));
    }

    Attempt with(PartyRun changed) {
        return new Attempt(
                definition,
                definitionHash,
                deadline,
                parties.stream()
                        .map(each -> each.party().equals(changed.party()) ? changed : each)
                        .toList());
    }

    boolean allHaveDone(InstructionType type) {
        return parties.stream().allMatch(each -> each.hasDone(type));
    }

    boolean allHaveCompleted() {
        return parties.stream().allMatch(PartyRun::hasCompleted);
    }

    /// What a party holds for its reviewers, if one does.
    Optional<HeldReport> held() {
        return reports().stream().flatMap(report -> report.held().stream()).findFirst();
    }

    List<PartyReport> reports() {
        return parties.stream().flatMap(each -> each.report().stream()).toList();
    }
}
