package io.databourse.settlement.invoice;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.StatementId;
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
@Table(name = "settlement_invoice")
class InvoiceRow {
    @Id String id = "";

    @Enumerated(EnumType.STRING)
    InvoiceKind kind = InvoiceKind.BLUE;

    @Column(name = "statement_id")
    String statementId = "";

    String seller = "";

    @Column(name = "seller_name")
    String sellerName = "";

    String buyer = "";

    @Column(name = "buyer_name")
    String buyerName = "";

    @Column(name = "buyer_credit_code")
    String buyerCreditCode = "";

    @Enumerated(EnumType.STRING)
    CurrencyCode currency = CurrencyCode.CNY;

    long net;
    long vat;
    long gross;

    @Column(name = "original_id")
    @Nullable String originalId;

    @Column(name = "refund_id")
    @Nullable String refundId;

    @Enumerated(EnumType.STRING)
    InvoiceState state = InvoiceState.REQUESTED;

    @Nullable String number;
    @Nullable String detail;

    @Column(name = "requested_at")
    Instant requestedAt = Instant.EPOCH;

    @Column(name = "answered_at")
    @Nullable Instant answeredAt;

    Invoice toInvoice() {
        return new Invoice(
                new InvoiceId(id),
                kind,
                new StatementId(statementId),
                seller,
                sellerName,
                buyer,
                buyerName,
                buyerCreditCode,
                money(net),
                money(vat),
                money(gross),
                Optional.ofNullable(originalId).map(InvoiceId::new),
                Optional.ofNullable(refundId).map(ChargeId::new),
                state,
                Optional.ofNullable(number),
                Optional.ofNullable(detail),
                requestedAt,
                Optional.ofNullable(answeredAt));
    }

    private Money money(long minor) {
        return Money.ofMinor(minor, currency);
    }
}
