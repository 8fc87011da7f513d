package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "settlement_payout")
class PayoutRow {
    @Id String id = "";

    @Column(name = "batch_id")
    String batchId = "";

    String party = "";
    String name = "";

    @Column(name = "credit_code")
    String creditCode = "";

    @Enumerated(EnumType.STRING)
    CurrencyCode currency = CurrencyCode.CNY;

    long amount;

    @Enumerated(EnumType.STRING)
    PayoutState state = PayoutState.READY;

    int attempts;
    @Nullable String reference;
    @Nullable String detail;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    Payout toPayout() {
        return new Payout(
                new PayoutId(id),
                new BatchId(batchId),
                new MerchantId(party),
                name,
                creditCode,
                Money.ofMinor(amount, currency),
                state,
                attempts,
                Optional.ofNullable(reference),
                Optional.ofNullable(detail),
                createdAt,
                changedAt);
    }
}
