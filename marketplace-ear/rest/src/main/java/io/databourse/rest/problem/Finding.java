package io.databourse.rest.problem;

import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.List;
import java.util.Optional;

/// What a thrown exception means to the caller, not yet in their language.
///
/// @param incident under which the cause was logged, where it is our fault
record Finding(
        ErrorCode code,
        String detail,
        List<FieldError> errors,
        Optional<String> rule,
        Optional<String> incident) {
    static Finding of(ErrorCode code, String detail) {
        return new Finding(code, detail, List.of(), Optional.empty(), Optional.empty());
    }

    static Finding of(Refusal refusal) {
        return new Finding(
                refusal.code(),
                refusal.detail(),
                refusal.errors(),
                refusal.rule(),
                Optional.empty());
    }

    static Finding incident(String number) {
        return new Finding(
                ErrorCode.INTERNAL,
                "Incident " + number,
                List.of(),
                Optional.empty(),
                Optional.of(number));
    }

    int status() {
        return code.status();
    }
}
