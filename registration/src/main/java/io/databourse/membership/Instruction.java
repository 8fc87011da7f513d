package io.databourse.membership;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/// One thing to do, until it is answered.
///
/// @param payload JSON text
public record Instruction(
        InstructionId id, InstructionType type, @JsonRawValue String payload, Instant createdAt) {}
