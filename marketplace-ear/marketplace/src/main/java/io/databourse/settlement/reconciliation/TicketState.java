package io.databourse.settlement.reconciliation;

/// OPEN until an operator says what it was.
public enum TicketState {
    OPEN,
    RESOLVED
}
