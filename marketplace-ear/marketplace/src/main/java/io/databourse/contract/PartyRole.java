package io.databourse.contract;

/// What a node does in a contract. The compute node serves both sides and signs nothing.
public enum PartyRole {
    PROVIDER,
    CONSUMER,
    COMPUTE
}
