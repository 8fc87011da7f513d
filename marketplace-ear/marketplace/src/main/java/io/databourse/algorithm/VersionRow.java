package io.databourse.algorithm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version. Only its deprecation ever changes.
@Entity
@Table(name = "algorithm_version")
class VersionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "algorithm_id")
    String algorithmId;

    String version;
    String language;
    String text;
    String sha256;
    int bytes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "deprecated_at")
    @Nullable Instant deprecatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected VersionRow() {}

    VersionRow(AlgorithmId algorithm, NewVersion wish, String sha256, Instant now) {
        algorithmId = algorithm.value();
        version = wish.version();
        language = wish.language();
        text = wish.text();
        this.sha256 = sha256;
        bytes = wish.bytes().length;
        createdAt = now;
    }
}
