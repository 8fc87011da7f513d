package io.databourse.call;

/// Why a call was refused. A code never changes its name or meaning; its words are in the bundle
/// `io.databourse.call.problems`.
public enum ErrorCode {
    VALIDATION_FAILED(422),
    MALFORMED_REQUEST(400),
    UNAUTHENTICATED(401),
    CERTIFICATE_REVOKED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    STATE_CONFLICT(409),
    DUPLICATE(409),
    COMMAND_IN_FLIGHT(409),
    VERSION_LOST(412),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    INVALID_CREDIT_CODE(422),
    NO_ORGANISATION(422),
    NODE_NOT_ACTIVE(422),
    NODE_OFFLINE(422),
    ENROLMENT_REFUSED(422),
    SOURCE_UNKNOWN(422),
    SOURCE_MALFORMED(422),
    SOURCE_CHANGED(422),
    PROFILE_NOT_READY(422),
    RIGHT_NOT_ALLOWED(422),
    GRADE_NOT_ALLOWED(422),
    NOTICE_PERIOD_RUNNING(422),
    SELF_REVIEW(422),
    NOT_LISTED(422),
    QUOTE_EXPIRED(422),
    INSUFFICIENT_FUNDS(422),
    CONTRACT_NOT_SIGNED(422),
    CONTRACT_EXPIRED(422),
    SIGNATURE_REFUSED(422),
    TASK_NOT_ALLOWED(422),
    PURPOSE_NOT_ALLOWED(422),
    COLUMN_NOT_ALLOWED(422),
    PLAN_REFUSED(422),
    QUOTA_EXHAUSTED(422),
    QUOTA_FROZEN(422),
    CONFLICT(422),
    TOO_LATE(422),
    IN_FUTURE(422),
    RESULT_BELOW_MINIMUM(422),
    NOT_READY(409),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /// The HTTP status that the code is answered with.
    public int status() {
        return status;
    }
}
