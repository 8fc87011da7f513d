package io.databourse.node.contract;

/// Why a node says no. The names travel to the exchange.
public enum RefusalCode {
    CONTRACT_NOT_SIGNED,
    CONTRACT_EXPIRED,
    TASK_NOT_ALLOWED,
    PURPOSE_NOT_ALLOWED,
    COLUMN_NOT_ALLOWED,
    CONTRACT_RUNS_EXHAUSTED,
    RELEASE_REFUSED,
    CERTIFICATE_REVOKED,
    PEER_MISMATCH,
    PLUGIN_MISMATCH,
    SOURCE_CHANGED,
    DEFINITION_INVALID
}
