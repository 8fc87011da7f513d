package io.databourse.merchant;

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
@Table(name = "merchant_merchant")
class MerchantRow {
    @Id String id = "";
    String name = "";

    @Column(name = "credit_code")
    String creditCode = "";

    @Enumerated(EnumType.STRING)
    MerchantType type = MerchantType.TRADER;

    @Enumerated(EnumType.STRING)
    MerchantState state = MerchantState.APPLIED;

    String contact = "";

    @Column(name = "applied_by")
    String appliedBy = "";

    @Column(name = "applied_at")
    Instant appliedAt = Instant.EPOCH;

    @Column(name = "decided_at")
    @Nullable Instant decidedAt;

    @Column(name = "decision_reason")
    @Nullable String decisionReason;

    Merchant toMerchant() {
        return new Merchant(
                new MerchantId(id),
                name,
                new CreditCode(creditCode),
                type,
                state,
                contact,
                appliedBy,
                appliedAt,
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(decisionReason));
    }
}
