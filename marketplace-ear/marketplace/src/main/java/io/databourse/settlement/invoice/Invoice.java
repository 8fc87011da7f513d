package io.databourse.settlement.invoice;

import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.StatementId;
import java.time.Instant;
import java.util.Optional;

/// A tax invoice, 发票. The merchant is the seller of its data; the exchange is the seller of its
/// service, which the commission pays.
///
/// @param gross what was paid; of a red invoice what is taken back, as a positive amount
/// @param original of a red invoice, the blue one
/// @param refund of a red invoice, the refund that it is for
/// @param number of the tax platform
public record Invoice(
        InvoiceId id,
        InvoiceKind kind,
        StatementId statementId,
        String seller,
        String sellerName,
        String buyer,
        String buyerName,
        String buyerCreditCode,
        Money net,
        Money vat,
        Money gross,
        Optional<InvoiceId> original,
        Optional<ChargeId> refund,
        InvoiceState state,
        Optional<String> number,
        Optional<String> detail,
        Instant requestedAt,
        Optional<Instant> answeredAt) {}
