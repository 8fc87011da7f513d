package io.databourse.settlement.payout;

import io.databourse.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/// A run of settlement, 结算批次. For each party and in sum: paid + held + carried = due.
///
/// @param cutoffDay what was earned through this day is due
/// @param due what would be paid if nothing were in dispute and nothing too little
/// @param held in dispute
/// @param carried to the next batch; negative if parties owe more than they are due
/// @param exportSha256 of the export file, which is the same whenever it is read
public record SettlementBatch(
        BatchId id,
        LocalDate settleDate,
        LocalDate cutoffDay,
        int parties,
        Money due,
        Money paid,
        Money held,
        Money carried,
        String exportSha256,
        Instant createdAt) {}
