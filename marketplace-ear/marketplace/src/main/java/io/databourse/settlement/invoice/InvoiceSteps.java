package io.databourse.settlement.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The steps of issuing, a transaction each. A red invoice waits for the number of its blue one.
@ApplicationScoped
@Transactional
public class InvoiceSteps {
    private static final int AT_ONCE = 200;

    private final JpaInvoices store;
    private final Event<InvoiceEvent> events;
    private final Clock clock;

    @Inject
    InvoiceSteps(JpaInvoices store, Event<InvoiceEvent> events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    List<InvoiceId> requested() {
        return store.requested(AT_ONCE);
    }

    /// The invoice if it is to be asked for now. A red one waits for its blue one, and is nothing
    /// if that was refused.
    Optional<Invoice> askable(InvoiceId id) {
        Optional<Invoice> invoice =
                store.find(id)
                        .filter(row -> row.state == InvoiceState.REQUESTED)
                        .map(InvoiceRow::toInvoice);
        Optional<InvoiceState> blue =
                invoice.flatMap(Invoice::original)
                        .map(original -> store.find(original).orElseThrow().state);
        if (blue.isPresent() && blue.get() == InvoiceState.REFUSED) {
            answered(id, new InvoiceResult.Refused("the blue invoice was refused"));
        }
        return invoice.filter(_ -> blue.isEmpty() || blue.get() == InvoiceState.ISSUED);
    }

    void answered(InvoiceId id, InvoiceResult result) {
        InvoiceRow row = store.lock(id).orElseThrow();
        if (row.state != InvoiceState.REQUESTED) {
            return;
        }
        String word =
                switch (result) {
                    case InvoiceResult.Issued(String number) -> {
                        row.state = InvoiceState.ISSUED;
                        row.number = number;
                        yield number;
                    }
                    case InvoiceResult.Refused(String reason) -> {
                        row.state = InvoiceState.REFUSED;
                        row.detail = reason;
                        yield reason;
                    }
                };
        row.answeredAt = clock.instant();
        events.fire(
                new InvoiceEvent.Answered(
                        id, row.seller, row.buyer, row.state, word, row.answeredAt));
    }
}
