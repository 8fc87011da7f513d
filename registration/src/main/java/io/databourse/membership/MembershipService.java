package io.databourse.membership;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Json;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.Pem;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Lets nodes into the network and out of it: invite → enrol → approve → revoke.
@ApplicationScoped
@Transactional
public class MembershipService {
    private final MembershipStore store;
    private final NodeCertificates certificates;
    private final MerchantService merchants;
    private final Event<MembershipEvent> events;
    private final Clock clock;

    @Inject
    MembershipService(
            MembershipStore store,
            NodeCertificates certificates,
            MerchantService merchants,
            Event<MembershipEvent> events,
            Clock clock) {
        this.store = store;
        this.certificates = certificates;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a join token for one node of the caller's organisation; an operator who belongs to
    /// none invites the exchange's own compute node.
    public NodeInvitation invite(Caller caller, String name) {
        caller.require(Role.NODE_ADMIN);
        if (name.isBlank() || name.length() > 60) {
            throw Refusal.invalid(
                    List.of(new FieldError("/name", "is missing or long", "1 to 60 characters")));
        }
        NodeRow row = new NodeRow();
        if (isExchange(caller)) {
            row.ownerName = "Exchange";
        } else {
            Merchant owner = merchants.requireActiveOrganisation(caller);
            row.owner = owner.id().value();
            row.ownerName = owner.name();
            row.ownerCreditCode = owner.creditCode().value();
        }
        String token = JoinToken.next();
        row.id = NodeId.next().value();
        row.name = name.strip();
        row.joinTokenHash = JoinToken.hash(token);
        row.createdAt = clock.instant();
        store.insert(row);
        events.fire(new MembershipEvent.Invited(row.nodeId(), row.ownerId(), row.createdAt));
        return new NodeInvitation(row.nodeId(), token);
    }

    private boolean isExchange(Caller caller) {
        return caller.has(Role.OPERATOR) && merchants.organisationOf(caller).isEmpty();
    }

    /// A node hands in its keys. The same keys again change nothing; others are refused.
    public Enrolment enrol(EnrolmentRequest request) {
        NodeRow found = byToken(request.joinToken());
        NodeRow row = store.lock(found.nodeId()).orElseThrow();
        String signing = key("/signingCsr", request.signingCsr(), KeyAlgorithm.SM2);
        String channel = key("/channelCsr", request.channelCsr(), KeyAlgorithm.P256);
        if (row.state != NodeState.INVITED) {
            if (signing.equals(row.signingKeyFingerprint)
                    && channel.equals(row.channelKeyFingerprint)) {
                return enrolment(row);
            }
            throw Refusal.of(ErrorCode.ENROLMENT_REFUSED, "The join token was used already.");
        }
        if (!request.channelEndpoint().matches("[^\\s/:]+:\\d{1,5}")) {
            throw Refusal.invalid(
                    List.of(new FieldError("/channelEndpoint", "is no address", "host:port")));
        }
        row.channelEndpoint = request.channelEndpoint();
        row.signingCsr = request.signingCsr();
        row.channelCsr = request.channelCsr();
        row.signingKeyFingerprint = signing;
        row.channelKeyFingerprint = channel;
        row.version = request.version();
        row.state = NodeState.PENDING;
        events.fire(
                new MembershipEvent.EnrolmentRequested(
                        row.nodeId(), row.ownerId(), signing, channel, clock.instant()));
        return enrolment(row);
    }

    private static String key(String pointer, String csr, KeyAlgorithm algorithm) {
        try {
            return NodeCertificates.check(csr, algorithm);
        } catch (RuntimeException wrong) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    pointer,
                                    String.valueOf(wrong.getMessage()),
                                    "a PEM certificate request of a key of " + algorithm)));
        }
    }

    public Enrolment enrolment(NodeId id, String token) {
        NodeRow row = byToken(token);
        if (!row.nodeId().equals(id)) {
            throw notFound(id);
        }
        return enrolment(row);
    }

    private NodeRow byToken(String token) {
        return store.byTokenHash(JoinToken.hash(token))
                .orElseThrow(
                        () -> Refusal.of(ErrorCode.UNAUTHENTICATED, "The join token is unknown."));
    }

    private Enrolment enrolment(NodeRow row) {
        boolean active = row.state == NodeState.ACTIVE;
        return new Enrolment(
                row.nodeId(),
                row.nodeId(),
                switch (row.state) {
                    case INVITED, PENDING -> Enrolment.State.PENDING;
                    case ACTIVE -> Enrolment.State.APPROVED;
                    case REJECTED, REVOKED -> Enrolment.State.REJECTED;
                },
                row.ownerName,
                String.valueOf(row.signingKeyFingerprint),
                String.valueOf(row.channelKeyFingerprint),
                Optional.ofNullable(row.signingCertificate).filter(any -> active),
                Optional.ofNullable(row.channelCertificate).filter(any -> active),
                Optional.of(certificates.signingCa()).filter(any -> active),
                Optional.of(certificates.channelCa()).filter(any -> active),
                Optional.of(certificates.exchangeSigner()).filter(any -> active));
    }

    /// The operator has compared the keys' fingerprints with what the owner told.
    public PartyNode decide(Caller caller, NodeId id, Decision decision) {
        caller.require(Role.OPERATOR);
        NodeRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (row.state != NodeState.PENDING) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT, "Node %s is %s, not PENDING.", row.name, row.state);
        }
        if (decision.approve()) {
            certificates.issue(row);
            row.state = NodeState.ACTIVE;
            events.fire(
                    new MembershipEvent.NodeApproved(
                            id,
                            row.ownerId(),
                            String.valueOf(row.signingFingerprint),
                            String.valueOf(row.channelFingerprint),
                            clock.instant()));
        } else {
            row.state = NodeState.REJECTED;
            events.fire(
                    new MembershipEvent.NodeRejected(
                            id, row.ownerId(), decision.reason(), clock.instant()));
        }
        return row.toNode(clock.instant());
    }

    /// Takes the node's certificates back at once. An operator or the owner's node admin may.
    public PartyNode revoke(Caller caller, NodeId id, String reason) {
        caller.require(Role.OPERATOR, Role.NODE_ADMIN);
        if (reason.isBlank()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/reason", "is missing", "why it is revoked")));
        }
        NodeRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (!caller.has(Role.OPERATOR) && !isOwn(caller, row)) {
            throw notFound(id);
        }
        if (row.state != NodeState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT, "Node %s is %s, not ACTIVE.", row.name, row.state);
        }
        row.state = NodeState.REVOKED;
        row.revokedAt = clock.instant();
        events.fire(new MembershipEvent.NodeRevoked(id, row.ownerId(), reason, row.revokedAt));
        return row.toNode(clock.instant());
    }

    public PartyNode find(Caller caller, NodeId id) {
        return store.find(id)
                .filter(row -> caller.has(Role.OPERATOR, Role.REGULATOR) || isOwn(caller, row))
                .map(row -> row.toNode(clock.instant()))
                .orElseThrow(() -> notFound(id));
    }

    /// The caller's organisation's nodes; all for operators and regulators.
    public List<PartyNode> list(Caller caller) {
        List<NodeRow> rows =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? store.all()
                        : merchants
                                .organisationOf(caller)
                                .map(own -> store.ofOwner(own.id()))
                                .orElse(List.of());
        return rows.stream().map(row -> row.toNode(clock.instant())).toList();
    }

    public List<PartyNode> nodesOf(MerchantId owner) {
        return store.ofOwner(owner).stream().map(row -> row.toNode(clock.instant())).toList();
    }

    /// The exchange's own node, of which the newest active one counts.
    public Optional<PartyNode> computeNode() {
        return store.all().reversed().stream()
                .filter(row -> row.owner == null && row.state == NodeState.ACTIVE)
                .findFirst()
                .map(row -> row.toNode(clock.instant()));
    }

    public Welcome hello(NodeId id, Hello hello) {
        NodeRow row = store.lock(id).orElseThrow(() -> notFound(id));
        row.version = hello.version();
        row.isolation = hello.isolation();
        row.sources = Json.write(hello.sources());
        row.plugins = Json.write(hello.plugins());
        row.lastSeen = clock.instant();
        List<String> revoked =
                store.all().stream()
                        .filter(other -> other.state == NodeState.REVOKED)
                        .flatMap(other -> Optional.ofNullable(other.channelCertificate).stream())
                        .map(Pem::certificate)
                        .map(certificate -> certificate.getSerialNumber().toString(16))
                        .toList();
        return new Welcome(id, clock.instant(), revoked);
    }

    /// Which node shows this channel certificate.
    public NodeId authenticate(X509Certificate certificate) {
        NodeRow row =
                store.byChannelFingerprint(Fingerprint.of(certificate))
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.UNAUTHENTICATED,
                                        "The certificate is of no node."));
        if (row.state != NodeState.ACTIVE
                || clock.instant().isAfter(certificate.getNotAfter().toInstant())) {
            throw Refusal.of(
                    ErrorCode.CERTIFICATE_REVOKED,
                    "The node's certificate is revoked or has expired.");
        }
        return row.nodeId();
    }

    /// The channel CA's revocation list, DER.
    public byte[] revocationList() {
        return certificates.channelRevocations(store.all());
    }

    /// The signing CA's revocation list, DER: whose signatures no longer bind anybody.
    public byte[] signingRevocationList() {
        return certificates.signingRevocations(store.all());
    }

    private boolean isOwn(Caller caller, NodeRow row) {
        return row.owner == null
                ? isExchange(caller)
                : merchants
                        .organisationOf(caller)
                        .filter(own -> own.id().value().equals(row.owner))
                        .isPresent();
    }

    private static Refusal notFound(NodeId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no node %s.", id);
    }
}
