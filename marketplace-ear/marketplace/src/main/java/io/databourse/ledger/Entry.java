package io.databourse.ledger;

import java.time.Instant;

/// One line of an account.
///
/// @param debit the amount on the debit side, else 0
/// @param credit the amount on the credit side, else 0
/// @param balanceAfter the account's posted balance after it, on its normal side
public record Entry(
        long number,
        TransferId transfer,
        String reason,
        String subjectId,
        long debit,
        long credit,
        long balanceAfter,
        Instant at) {}
