package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.PartyRole;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Who plays which role of a task's card. The provider always brings its data, and receives the
/// result where the contract says so. The consumer brings its own as well, unless the card has a
/// role for one who only receives the result; and a neutral node takes part where the card has a
/// role for it.
@ApplicationScoped
class Seating {
    static final String CONSUMER = "p1";
    static final String PROVIDER = "p2";

    private static final String DATA = "DATA";
    private static final String RESULT = "RESULT";
    private static final String COMPUTE = "COMPUTE";

    private final MembershipService membership;

    @Inject
    Seating(MembershipService membership) {
        this.membership = membership;
    }

    /// Whether the consumer's part is to receive, and nothing else.
    static boolean onlyReceives(TaskCard card) {
        return card.role(RESULT).isPresent();
    }

    /// Whether the parties of a contract are enough for the task, and not too many. A contract has
    /// one provider and one consumer.
    static boolean fits(TaskCard card) {
        List<String> played = parties(card, false).stream().map(PartyContext.Party::role).toList();
        return played.stream().allMatch(role -> card.role(role).isPresent())
                && card.roles().stream()
                        .allMatch(role -> {
                            int count = Collections.frequency(played, role.name());
                            return count >= role.minimum() && count <= role.maximum();
                        });
    }

    /// Whether the task can give a result to the provider besides the consumer.
    static boolean canGiveToBoth(TaskCard card) {
        return card.role(DATA).filter(role -> role.receivers() > 1).isPresent();
    }

    /// The consumer, the provider, and a neutral node where the card has a role for it.
    static List<PartyContext.Party> parties(TaskCard card, boolean providerReceives) {
        List<PartyContext.Party> parties = new ArrayList<>();
        parties.add(new PartyContext.Party(CONSUMER, onlyReceives(card) ? RESULT : DATA, true));
        parties.add(new PartyContext.Party(PROVIDER, DATA, providerReceives));
        if (card.role(COMPUTE).isPresent()) {
            parties.add(new PartyContext.Party("p3", COMPUTE, false));
        }
        return parties;
    }

    /// @throws Refusal if a node is not active
    List<Seat> seats(TaskCard card, Contract contract, JobRequest request, String source) {
        List<PartyContext.Party> parties = parties(card, contract.policy().givesResultToBoth());
        List<Seat> seats = new ArrayList<>();
        seats.add(
                new Seat(
                        parties.get(0),
                        PartyRole.CONSUMER,
                        active(contract.signature(PartyRole.CONSUMER).nodeId()),
                        request.own().source()));
        seats.add(
                new Seat(
                        parties.get(1),
                        PartyRole.PROVIDER,
                        active(contract.signature(PartyRole.PROVIDER).nodeId()),
                        source));
        parties.stream()
                .skip(2)
                .map(neutral -> new Seat(neutral, PartyRole.COMPUTE, computeNode(), ""))
                .forEach(seats::add);
        return seats;
    }

    private PartyNode computeNode() {
        return active(
                membership
                        .computeNode()
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NODE_NOT_ACTIVE,
                                        "The exchange has no compute node."))
                        .id());
    }

    private PartyNode active(NodeId id) {
        PartyNode node = membership.find(Caller.system(), id);
        if (node.state() != NodeState.ACTIVE || node.channelEndpoint().isEmpty()) {
            throw Refusal.of(
                    ErrorCode.NODE_NOT_ACTIVE, "The node %s is %s.", node.name(), node.state());
        }
        return node;
    }
}
