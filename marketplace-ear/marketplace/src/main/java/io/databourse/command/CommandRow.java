package io.databourse.command;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "command_answer")
class CommandRow {
    @Id String id = "";

    @Column(name = "request_hash")
    String requestHash = "";

    int status;
    String body = "";
    Instant at = Instant.EPOCH;

    StoredAnswer replay() {
        return new StoredAnswer(status, body, true);
    }
}
