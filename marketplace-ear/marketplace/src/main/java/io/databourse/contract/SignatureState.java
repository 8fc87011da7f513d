package io.databourse.contract;

/// How far one party's signature is. SIGNING waits for the party's node.
public enum SignatureState {
    NOT_REQUESTED,
    SIGNING,
    SIGNED,
    REFUSED
}
