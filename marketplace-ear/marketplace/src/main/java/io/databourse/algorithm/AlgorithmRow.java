package io.databourse.algorithm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "algorithm_algorithm")
class AlgorithmRow {
    @Id String id;

    @Column(name = "owner_id")
    String ownerId;

    String name;
    String description;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected AlgorithmRow() {}

    AlgorithmRow(AlgorithmId id, String ownerId, NewAlgorithm wish, Instant now) {
        this.id = id.value();
        this.ownerId = ownerId;
        name = wish.name();
        description = wish.description();
        createdAt = now;
    }
}
