package io.databourse.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names an instruction.
public record InstructionId(@JsonValue String value) {
    private static final String PREFIX = "ins_";

    @JsonCreator
    public InstructionId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not an InstructionId: " + value);
        }
    }

    static InstructionId next() {
        return new InstructionId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
