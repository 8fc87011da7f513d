package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// One charge, 扣费, and who got what of it: gross = merchant's share + partners' shares + commission
/// net + VAT. A refund is a charge with negative amounts.
///
/// @param day the day in Shanghai on which what is charged was used
/// @param period the month of the books that it is in: that of its day, or a later one if the books
///   of that month were cut before
/// @param original what is refunded
/// @param units units of the contract's quota; a refund gives none back
/// @param transferId none if nothing was moved
public record Charge(
        ChargeId id,
        ChargeKind kind,
        Instant at,
        LocalDate day,
        YearMonth period,
        Optional<ChargeId> original,
        Optional<JobId> jobId,
        Optional<CallsPart> calls,
        ContractId contractId,
        String productName,
        MerchantId consumer,
        MerchantId provider,
        long units,
        Money gross,
        Money merchantShare,
        Money partnerShare,
        Money commissionNet,
        Money vat,
        List<PartnerShare> partners,
        Optional<TransferId> transferId) {
    public Charge {
        partners = List.copyOf(partners);
    }

    /// @throws IllegalArgumentException if the parts do not add up
    public Shares shares() {
        return new Shares(gross, merchantShare, partners, commissionNet, vat);
    }
}
