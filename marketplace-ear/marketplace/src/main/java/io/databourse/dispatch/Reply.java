package io.databourse.dispatch;

import io.databourse.membership.Answer;
import java.util.Optional;

/// What a node answered to one instruction of an attempt.
///
/// @param detail what went wrong, in words; of a delivered result where it lies
record Reply(Answer.Status status, Optional<String> code, Optional<String> detail) {
    static Reply of(Answer answer) {
        return new Reply(answer.status(), answer.code(), answer.detail());
    }

    Reply at(String place) {
        return new Reply(status, code, Optional.of(place));
    }
}
