package io.databourse.bill;

/// One charge.
///
/// @param kind `CALLS`, `RUN`, `PERIOD` or `REFUND`
/// @param day on which it was used; lines of other days are there so that no call is missing
///   between, and are not billed
/// @param fromCounter the first call's number, 0 if there is none
/// @param toCounter the last call's number; calls of other days may lie between
/// @param gross such as `25.00`
record BillLine(
        String id,
        String kind,
        String day,
        long fromCounter,
        long toCounter,
        BillUse use,
        String gross) {
    static final String CALLS = "CALLS";
    static final String PERIOD = "PERIOD";
    static final String REFUND = "REFUND";

    /// As it is hashed.
    String text() {
        return String.join(
                " ",
                id,
                kind,
                day,
                Long.toString(fromCounter),
                Long.toString(toCounter),
                use.text(),
                gross);
    }
}
