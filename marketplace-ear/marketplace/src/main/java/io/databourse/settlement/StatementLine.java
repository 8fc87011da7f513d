package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One line of a statement: a run, a refund, or all calls of one contract, day and price. gross =
/// merchant's share + partners' shares + commission net + VAT.
///
/// @param side as what the party has this line
/// @param at when the last of its charges was booked
/// @param charges how many charges it stands for
/// @param paid what the party pays by it; negative if it gets money back
/// @param earned what the party earns by it; negative if it gives money back
public record StatementLine(
        Statement.Side side,
        ChargeKind kind,
        LocalDate day,
        Instant at,
        Optional<JobId> jobId,
        Optional<ChargeId> refundOf,
        ContractId contractId,
        String productName,
        MerchantId consumer,
        MerchantId provider,
        long charges,
        long units,
        Money gross,
        Money merchantShare,
        Money partnerShare,
        Money commissionNet,
        Money vat,
        Money paid,
        Money earned) {}
