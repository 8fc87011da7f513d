package io.databourse.settlement.invoice;

/// BLUE, 蓝字, says what was sold; RED, 红字, takes back a part of a blue one.
public enum InvoiceKind {
    BLUE,
    RED
}
