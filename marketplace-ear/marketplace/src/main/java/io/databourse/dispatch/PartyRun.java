package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import io.databourse.membership.Answer;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One party in one attempt: who it is, what it was given and what it has answered.
///
/// @param party short name in the definition, such as `p1`
/// @param role the role of the plugin's card
/// @param section what only this party may see, JSON text; empty for a party without data
/// @param salt hides the section behind its hash
record PartyRun(
        String party,
        PartyRole side,
        String role,
        NodeId nodeId,
        String organisation,
        boolean receivesResult,
        Optional<String> section,
        Optional<String> salt,
        Map<InstructionType, Reply> replies,
        Optional<PartyReport> report) {
    PartyRun {
        replies = Map.copyOf(replies);
    }

    PartyRun withReply(InstructionType type, Reply reply) {
        Map<InstructionType, Reply> more = new HashMap<>(replies);
        more.put(type, reply);
        return new PartyRun(
                party,
                side,
                role,
                nodeId,
                organisation,
                receivesResult,
                section,
                salt,
                more,
                report);
    }

    PartyRun withReport(PartyReport made) {
        return new PartyRun(
                party,
                side,
                role,
                nodeId,
                organisation,
                receivesResult,
                section,
                salt,
                replies,
                Optional.of(made));
    }

    boolean hasDone(InstructionType type) {
        Reply reply = replies.get(type);
        return reply != null && reply.status() == Answer.Status.DONE;
    }

    boolean hasCompleted() {
        return report.filter(made -> made.outcome() == PartyOutcome.COMPLETED).isPresent();
    }
}
