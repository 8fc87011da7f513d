package io.databourse.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.databourse.call.FieldError;
import java.util.List;
import java.util.Optional;

/// What a caller is told when something was refused or broke, 问题详情 (RFC 9457).
///
/// @param type names the kind of problem, `urn:databourse:problem:<code in kebab case>`
/// @param title the kind in the caller's language
/// @param detail what it is this time
/// @param code stable, upper snake; the same in every language
/// @param instance the request's path, or the incident under which the cause was logged
/// @param errors the fields that are wrong
/// @param rule the trading rule that refused
/// @param help what the caller can do
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        List<FieldError> errors,
        Optional<String> rule,
        Optional<String> help) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /// What a caller without a valid token should bring (RFC 6750).
    static final String CHALLENGE = "Bearer realm=\"databourse\"";

    /// Seconds after which another try may find the part that is away.
    static final String PAUSE = "2";

    public Problem {
        errors = List.copyOf(errors);
    }
}
