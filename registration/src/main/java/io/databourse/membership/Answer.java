package io.databourse.membership;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a node made of an instruction.
///
/// @param result what the instruction's type says
public record Answer(
        Status status, Optional<String> code, Optional<String> detail, Map<String, Object> result) {
    public Answer(
            Status status,
            Optional<String> code,
            Optional<String> detail,
            @Nullable Map<String, Object> result) {
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.result = result == null ? Map.of() : result;
    }

    public enum Status {
        DONE,
        REFUSED,
        FAILED
    }
}
