package io.databourse.membership;

import io.databourse.call.Json;
import io.databourse.merchant.MerchantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "membership_node")
class NodeRow {
    private static final Duration SILENT = Duration.ofSeconds(60);

    @Id String id = "";
    String name = "";

    @Nullable String owner;

    @Column(name = "owner_name")
    String ownerName = "";

    @Column(name = "owner_credit_code")
    @Nullable String ownerCreditCode;

    @Enumerated(EnumType.STRING)
    NodeState state = NodeState.INVITED;

    @Column(name = "join_token_hash")
    String joinTokenHash = "";

    @Column(name = "channel_endpoint")
    @Nullable String channelEndpoint;

    @Column(name = "signing_csr")
    @Nullable String signingCsr;

    @Column(name = "channel_csr")
    @Nullable String channelCsr;

    @Column(name = "signing_key_fingerprint")
    @Nullable String signingKeyFingerprint;

    @Column(name = "channel_key_fingerprint")
    @Nullable String channelKeyFingerprint;

    @Column(name = "signing_certificate")
    @Nullable String signingCertificate;

    @Column(name = "channel_certificate")
    @Nullable String channelCertificate;

    @Column(name = "signing_fingerprint")
    @Nullable String signingFingerprint;

    @Column(name = "channel_fingerprint")
    @Nullable String channelFingerprint;

    @Nullable String version;
    @Nullable String isolation;
    String sources = "[]";
    String plugins = "[]";

    @Column(name = "last_seen")
    @Nullable Instant lastSeen;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    NodeId nodeId() {
        return new NodeId(id);
    }

    Optional<MerchantId> ownerId() {
        return Optional.ofNullable(owner).map(MerchantId::new);
    }

    PartyNode toNode(Instant now) {
        Instant seen = lastSeen;
        return new PartyNode(
                nodeId(),
                name,
                ownerId(),
                ownerName,
                state,
                Optional.ofNullable(channelEndpoint),
                Optional.ofNullable(signingFingerprint),
                Optional.ofNullable(channelFingerprint),
                Optional.ofNullable(signingKeyFingerprint),
                Optional.ofNullable(channelKeyFingerprint),
                Optional.ofNullable(signingCertificate),
                Optional.ofNullable(version),
                Optional.ofNullable(isolation),
                List.of(Json.read(sources, SourceCard[].class)),
                List.of(Json.read(plugins, PluginOffer[].class)),
                state == NodeState.ACTIVE && seen != null && seen.plus(SILENT).isAfter(now),
                Optional.ofNullable(seen),
                createdAt);
    }
}
