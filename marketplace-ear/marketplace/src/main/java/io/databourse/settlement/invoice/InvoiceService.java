package io.databourse.settlement.invoice;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.Money;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.StatementHead;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.StatementState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Invoices: asked for over closed statements, one for each seller.
@ApplicationScoped
@Transactional
public class InvoiceService {
    private final JpaInvoices store;
    private final StatementService statements;
    private final MerchantService merchants;
    private final Event<InvoiceEvent> events;
    private final Clock clock;

    @Inject
    InvoiceService(
            JpaInvoices store,
            StatementService statements,
            MerchantService merchants,
            Event<InvoiceEvent> events,
            Clock clock) {
        this.store = store;
        this.statements = statements;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Asks for the invoice of one seller over a closed statement of the caller's organisation.
    public Invoice request(Caller caller, InvoiceRequest request) {
        caller.require(Role.BUYER, Role.MERCHANT);
        Merchant own = merchants.requireActiveOrganisation(caller);
        StatementHead head = statements.find(caller, request.statementId());
        if (!head.party().equals(own.id().value())) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "There is no statement %s.", request.statementId());
        }
        if (head.state() != StatementState.CLOSED) {
            throw Refusal.of(ErrorCode.NOT_READY, "%s is %s, not CLOSED.", head.id(), head.state());
        }
        if (store.blue(head.id(), request.seller()).isPresent()) {
            throw Refusal.of(
                    ErrorCode.DUPLICATE, "%s has invoiced %s.", request.seller(), head.id());
        }
        InvoiceRow row = row(head, own, request.seller());
        store.insert(row);
        events.fire(
                new InvoiceEvent.Requested(
                        new InvoiceId(row.id),
                        InvoiceKind.BLUE,
                        row.seller,
                        row.buyer,
                        Money.ofMinor(row.gross, row.currency),
                        row.requestedAt));
        return row.toInvoice();
    }

    private InvoiceRow row(StatementHead head, Merchant own, String seller) {
        boolean commission = seller.equals(SettlementService.EXCHANGE);
        Optional<String> consumer = commission ? Optional.empty() : Optional.of(own.id().value());
        String provider = commission ? own.id().value() : provider(seller).id().value();
        Amounts amounts = store.amounts(consumer, provider, head.period(), seller);
        InvoiceAmount amount =
                commission
                        ? new InvoiceAmount(amounts.commissionNet(), amounts.vat())
                        : InvoiceAmount.ofSale(amounts.gross());
        if (!amount.gross().isPositive()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s sold nothing on %s.", seller, head.id());
        }
        InvoiceRow row = new InvoiceRow();
        row.id = InvoiceId.next().value();
        row.statementId = head.id().value();
        row.seller = seller;
        row.sellerName = commission ? "Exchange" : provider(seller).name();
        row.buyer = own.id().value();
        row.buyerName = own.name();
        row.buyerCreditCode = own.creditCode().value();
        row.currency = amount.net().currency();
        row.net = amount.net().minor();
        row.vat = amount.vat().minor();
        row.gross = amount.gross().minor();
        row.requestedAt = clock.instant();
        return row;
    }

    private Merchant provider(String seller) {
        try {
            return merchants.find(Caller.system(), new MerchantId(seller));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid(
                    List.of(new FieldError("/seller", "is no seller", "mer_… or exchange")));
        }
    }

    public Invoice find(Caller caller, InvoiceId id) {
        return store.find(id)
                .map(InvoiceRow::toInvoice)
                .filter(invoice -> mayRead(caller, invoice))
                .orElseThrow(() -> notFound(id));
    }

    /// Those that one got or gave, newest first; all for operator and regulator.
    public Page<Invoice> list(Caller caller, PageRequest page) {
        Optional<MerchantId> party =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? Optional.empty()
                        : Optional.of(merchants.requireActiveOrganisation(caller).id());
        return Page.cut(store.list(party, page), page, row -> row.id).map(InvoiceRow::toInvoice);
    }

    private boolean mayRead(Caller caller, Invoice invoice) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .map(own -> own.id().value())
                        .filter(own -> own.equals(invoice.buyer()) || own.equals(invoice.seller()))
                        .isPresent();
    }

    private static Refusal notFound(InvoiceId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no invoice %s.", id);
    }
}
