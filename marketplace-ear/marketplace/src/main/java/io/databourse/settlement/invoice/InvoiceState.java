package io.databourse.settlement.invoice;

/// REQUESTED until the tax platform has answered.
public enum InvoiceState {
    REQUESTED,
    ISSUED,
    REFUSED
}
