package io.databourse.settlement;

/// What happens in settlement.
public sealed interface SettlementEvent {
    /// A used unit was charged and split.
    record Recognised(StatementLine line) implements SettlementEvent {}
}
