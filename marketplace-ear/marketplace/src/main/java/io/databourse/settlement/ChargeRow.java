package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.MeterRecordId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "settlement_charge")
class ChargeRow {
    @Id
    @Column(name = "meter_record_id")
    String meterRecordId = "";

    @Column(name = "job_id")
    String jobId = "";

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "product_name")
    String productName = "";

    String consumer = "";
    String provider = "";
    long units;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency = CurrencyCode.CNY;

    long gross;

    @Column(name = "merchant_share")
    long merchantShare;

    @Column(name = "commission_net")
    long commissionNet;

    long vat;

    @Column(name = "transfer_id")
    String transferId = "";

    Instant at = Instant.EPOCH;

    ChargeRow() {}

    ChargeRow(StatementLine line) {
        meterRecordId = line.meterRecordId().value();
        jobId = line.jobId().value();
        contractId = line.contractId().value();
        productName = line.productName();
        consumer = line.consumer().value();
        provider = line.provider().value();
        units = line.units();
        currency = line.gross().currency();
        gross = line.gross().minor();
        merchantShare = line.merchantShare().minor();
        commissionNet = line.commissionNet().minor();
        vat = line.vat().minor();
        transferId = line.transferId().value();
        at = line.at();
    }

    StatementLine toLine() {
        return new StatementLine(
                at,
                new JobId(jobId),
                new MeterRecordId(meterRecordId),
                new ContractId(contractId),
                productName,
                new MerchantId(consumer),
                new MerchantId(provider),
                units,
                money(gross),
                money(merchantShare),
                money(commissionNet),
                money(vat),
                new TransferId(transferId));
    }

    private Money money(long minor) {
        return Money.ofMinor(minor, currency);
    }
}
