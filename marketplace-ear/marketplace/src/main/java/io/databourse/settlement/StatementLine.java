package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.MeterRecordId;
import io.databourse.money.Money;
import java.time.Instant;

/// One charge and who got what of it: gross = merchant's share + commission net + VAT.
public record StatementLine(
        Instant at,
        JobId jobId,
        MeterRecordId meterRecordId,
        ContractId contractId,
        String productName,
        MerchantId consumer,
        MerchantId provider,
        long units,
        Money gross,
        Money merchantShare,
        Money commissionNet,
        Money vat,
        TransferId transferId) {}
