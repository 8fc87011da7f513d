package io.databourse.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "membership_instruction")
class InstructionRow {
    @Id String id = "";

    @Column(name = "node_id")
    String nodeId = "";

    @Enumerated(EnumType.STRING)
    InstructionType type = InstructionType.PROFILE_SOURCE;

    @Column(name = "subject_id")
    String subjectId = "";

    int attempt;
    String payload = "{}";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Nullable String answer;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    Instruction toInstruction() {
        return new Instruction(new InstructionId(id), type, payload, createdAt);
    }
}
