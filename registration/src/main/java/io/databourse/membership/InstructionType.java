package io.databourse.membership;

/// What the exchange can ask of a node, 指令.
public enum InstructionType {
    PROFILE_SOURCE,
    SIGN_CONTRACT,
    SIGN_SUPPLEMENT,
    PREPARE_JOB,
    START_JOB,
    ABORT_JOB,
    DELIVER_RESULT,
    FINISH_JOB,
    REVIEW_SCRIPT
}
