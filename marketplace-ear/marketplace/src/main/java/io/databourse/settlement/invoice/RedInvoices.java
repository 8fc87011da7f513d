package io.databourse.settlement.invoice;

import io.databourse.money.Money;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.Refunding;
import io.databourse.settlement.SettlementEvent;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.StatementId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Optional;

/// Asks for a red invoice, 红字发票, when a refund takes back what was invoiced: one of the merchant's
/// sale, and one of the exchange's commission on it. What is not invoiced yet is simply less on the
/// statement.
@ApplicationScoped
class RedInvoices {
    private final JpaInvoices store;
    private final Refunding refunding;
    private final Event<InvoiceEvent> events;

    @Inject
    RedInvoices(JpaInvoices store, Refunding refunding, Event<InvoiceEvent> events) {
        this.store = store;
        this.refunding = refunding;
        this.events = events;
    }

    void whenRefunded(@Observes SettlementEvent event) {
        switch (event) {
            case SettlementEvent.Recognised(Charge charge) -> {
                if (charge.kind() == ChargeKind.REFUND) {
                    refunded(charge, charge.original().orElseThrow());
                }
            }
            case SettlementEvent.CallsRecognised _,
                    SettlementEvent.Returned _,
                    SettlementEvent.Broken _ -> {}
        }
    }

    private void refunded(Charge refund, ChargeId original) {
        YearMonth period = refunding.periodOf(original);
        blue(period, refund.consumer().value(), refund.provider().value())
                .ifPresent(
                        blue -> ask(blue, refund, InvoiceAmount.ofSale(refund.gross().negate())));
        blue(period, refund.provider().value(), SettlementService.EXCHANGE)
                .ifPresent(blue ->
                        ask(
                                blue,
                                refund,
                                new InvoiceAmount(
                                        refund.commissionNet().negate(), refund.vat().negate())));
    }

    private Optional<InvoiceRow> blue(YearMonth period, String buyer, String seller) {
        return store.blue(StatementId.of(period, buyer), seller);
    }

    private void ask(InvoiceRow blue, Charge refund, InvoiceAmount amount) {
        if (!amount.gross().isPositive()) {
            return;
        }
        InvoiceRow red = new InvoiceRow();
        red.id = InvoiceId.next().value();
        red.kind = InvoiceKind.RED;
        red.statementId = blue.statementId;
        red.seller = blue.seller;
        red.sellerName = blue.sellerName;
        red.buyer = blue.buyer;
        red.buyerName = blue.buyerName;
        red.buyerCreditCode = blue.buyerCreditCode;
        red.currency = blue.currency;
        red.net = amount.net().minor();
        red.vat = amount.vat().minor();
        red.gross = amount.gross().minor();
        red.originalId = blue.id;
        red.refundId = refund.id().value();
        red.requestedAt = refund.at();
        store.insert(red);
        events.fire(
                new InvoiceEvent.Requested(
                        new InvoiceId(red.id),
                        InvoiceKind.RED,
                        red.seller,
                        red.buyer,
                        Money.ofMinor(red.gross, red.currency),
                        red.requestedAt));
    }
}
