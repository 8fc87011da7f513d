package io.databourse.registration;

import io.databourse.call.Json;
import io.databourse.membership.NodeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registration_profile")
class ProfileRow {
    @Id String id = "";

    @Column(name = "node_id")
    String nodeId = "";

    String source = "";

    @Enumerated(EnumType.STRING)
    Profile.State state = Profile.State.REQUESTED;

    @Column(name = "row_count")
    long rowCount;

    @Column(name = "content_hash")
    @Nullable String contentHash;

    String columns = "[]";

    @Column(name = "failure_code")
    @Nullable String failureCode;

    @Nullable String failure;

    @Column(name = "requested_at")
    Instant requestedAt = Instant.EPOCH;

    Profile toProfile() {
        return new Profile(
                new ProfileId(id),
                new NodeId(nodeId),
                source,
                state,
                rowCount,
                Optional.ofNullable(contentHash),
                List.of(Json.read(columns, io.databourse.registration.Column[].class)),
                Optional.ofNullable(failureCode),
                Optional.ofNullable(failure),
                requestedAt);
    }
}
