package io.databourse.settlement.reconciliation;

/// What somebody has to look into. Those with a number are rules that always hold.
public enum TicketKind {
    JOB_NOT_METERED,
    RUN_NOT_DELIVERED,
    RUN_NOT_CHARGED,
    CHARGE_NOT_METERED,
    UNITS_DIFFER,
    CALLS_NOT_METERED,
    CALLS_NOT_CHARGED,
    COUNTER_HAS_GAPS,
    CHARGE_NOT_IN_LEDGER,
    LEDGER_NOT_CHARGED,
    AMOUNT_DIFFERS,
    BANK_CONTRADICTS,
    I1_LEDGER_BALANCES,
    I5_SHARES_ADD_UP,
    I6_STATEMENTS_STAY,
    I7_BATCHES_ADD_UP,
    I8_REFUNDS_WITHIN,
    I12_ONE_PAYMENT,
    I14_SUMS_EXACT,
    I15_NO_ROUNDING,
    I16_HOLDS_ARE_DISPUTES
}
