package io.databourse.settlement.invoice;

import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// A tax platform that is none: it counts invoices, and no tax office hears of them. The numbers
/// say so.
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SimulatedInvoices implements InvoiceProvider {
    private final JpaSql sql;
    private final Clock clock;

    @Inject
    SimulatedInvoices(JpaSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "SimulatedInvoices";
    }

    @Override
    public InvoiceResult issue(Invoice invoice) {
        sql.run(
                "insert into simulated_invoice (order_id, gross, at) values (?, ?, ?)"
                        + " on conflict do nothing",
                invoice.id().value(),
                invoice.gross().minor(),
                clock.instant());
        long number =
                sql.first(
                                "select number from simulated_invoice where order_id = ?",
                                row -> row.getLong(1),
                                invoice.id().value())
                        .orElseThrow();
        return new InvoiceResult.Issued("SIMULATED-%08d".formatted(number));
    }
}
