package io.databourse.registration;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Json;
import io.databourse.call.Refusal;
import io.databourse.membership.Answer;
import io.databourse.membership.InstructionAnswered;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.InstructionType;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Has a node describe a source where it lies.
@ApplicationScoped
@Transactional
public class ProfileService {
    private final RegistrationStore store;
    private final MembershipService membership;
    private final InstructionMailbox mailbox;
    private final Event<RegistrationEvent> events;
    private final Clock clock;

    @Inject
    ProfileService(
            RegistrationStore store,
            MembershipService membership,
            InstructionMailbox mailbox,
            Event<RegistrationEvent> events,
            Clock clock) {
        this.store = store;
        this.membership = membership;
        this.mailbox = mailbox;
        this.events = events;
        this.clock = clock;
    }

    /// Asks an own node; the answer comes later.
    public Profile request(Caller caller, NodeId nodeId, String source) {
        PartyNode node =
                membership.list(caller).stream()
                        .filter(own -> own.id().equals(nodeId))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.of(ErrorCode.NOT_FOUND, "You have no node %s.", nodeId));
        if (node.state() != NodeState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.NODE_NOT_ACTIVE, "The node %s is %s.", node.name(), node.state());
        }
        if (node.sources().stream().noneMatch(card -> card.name().equals(source))) {
            throw Refusal.of(
                    ErrorCode.SOURCE_UNKNOWN,
                    "The node %s names the sources %s, not %s.",
                    node.name(),
                    node.sources().stream().map(card -> card.name()).toList(),
                    source);
        }
        ProfileRow row = new ProfileRow();
        row.id = ProfileId.next().value();
        row.nodeId = nodeId.value();
        row.source = source;
        row.requestedAt = clock.instant();
        store.insert(row);
        mailbox.send(
                nodeId,
                InstructionType.PROFILE_SOURCE,
                row.id,
                1,
                Map.of("profileId", row.id, "source", source));
        return row.toProfile();
    }

    public Profile find(Caller caller, ProfileId id) {
        return store.profile(id)
                .filter(row -> nodesOf(caller).contains(new NodeId(row.nodeId)))
                .map(ProfileRow::toProfile)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "There is no profile %s.", id));
    }

    /// The profiles of the caller's nodes, newest first.
    public List<Profile> list(Caller caller) {
        Set<NodeId> nodes = nodesOf(caller);
        return nodes.isEmpty()
                ? List.of()
                : store.profilesOf(nodes).stream().map(ProfileRow::toProfile).toList();
    }

    private Set<NodeId> nodesOf(Caller caller) {
        return membership.list(caller).stream().map(PartyNode::id).collect(Collectors.toSet());
    }

    void whenAnswered(@Observes InstructionAnswered event) {
        if (event.type() != InstructionType.PROFILE_SOURCE) {
            return;
        }
        ProfileRow row = store.profile(new ProfileId(event.subjectId())).orElseThrow();
        if (row.state != Profile.State.REQUESTED) {
            return;
        }
        if (event.answer().status() == Answer.Status.DONE) {
            done(row, Json.convert(event.answer().result(), Found.class));
        } else {
            failed(row, event.answer());
        }
    }

    private void done(ProfileRow row, Found found) {
        row.state = Profile.State.DONE;
        row.rowCount = found.rowCount();
        row.contentHash = found.contentHash();
        row.columns = Json.write(found.columns());
        events.fire(
                new RegistrationEvent.ProfileDone(
                        new ProfileId(row.id),
                        new NodeId(row.nodeId),
                        row.source,
                        found.rowCount(),
                        found.contentHash(),
                        clock.instant()));
    }

    private void failed(ProfileRow row, Answer answer) {
        row.state = Profile.State.FAILED;
        row.failureCode = answer.code().orElse(answer.status().name());
        row.failure = answer.detail().orElse("The node gave no reason.");
        events.fire(
                new RegistrationEvent.ProfileFailed(
                        new ProfileId(row.id),
                        new NodeId(row.nodeId),
                        row.source,
                        row.failureCode,
                        clock.instant()));
    }

    /// What a node answers; more is not read.
    private record Found(long rowCount, String contentHash, List<Column> columns) {}
}
