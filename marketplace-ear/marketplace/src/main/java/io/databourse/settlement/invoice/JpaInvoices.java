package io.databourse.settlement.invoice;

import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.settlement.Columns;
import io.databourse.settlement.StatementId;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Invoices, and what they are to be over.
@ApplicationScoped
class JpaInvoices {
    private final EntityManager entities;
    private final JpaSql sql;

    @Inject
    JpaInvoices(EntityManager entities, JpaSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    void insert(InvoiceRow row) {
        entities.persist(row);
        entities.flush();
    }

    Optional<InvoiceRow> find(InvoiceId id) {
        return Optional.ofNullable(entities.find(InvoiceRow.class, id.value()));
    }

    Optional<InvoiceRow> lock(InvoiceId id) {
        return Optional.ofNullable(
                entities.find(InvoiceRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /// The blue invoice of a statement and seller, if it was not refused.
    Optional<InvoiceRow> blue(StatementId statement, String seller) {
        return entities.createQuery(
                        "select i from InvoiceRow i where i.statementId = :statement"
                                + " and i.seller = :seller and i.kind = :blue"
                                + " and i.state <> :refused",
                        InvoiceRow.class)
                .setParameter("statement", statement.value())
                .setParameter("seller", seller)
                .setParameter("blue", InvoiceKind.BLUE)
                .setParameter("refused", InvoiceState.REFUSED)
                .getResultStream()
                .findFirst();
    }

    List<InvoiceId> requested(int most) {
        return sql.list(
                "select id from settlement_invoice where state = 'REQUESTED' order by id limit ?",
                row -> new InvoiceId(row.getString(1)),
                most);
    }

    /// Newest first, one more than asked for if there is one.
    List<InvoiceRow> list(Optional<MerchantId> party, PageRequest page) {
        return entities.createQuery(
                        "select i from InvoiceRow i where i.id < :after"
                                + " and (:party = '' or i.buyer = :party or i.seller = :party)"
                                + " order by i.id desc",
                        InvoiceRow.class)
                .setParameter("after", page.after().orElse("~"))
                .setParameter("party", party.map(MerchantId::value).orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /// What a buyer has paid a provider in a month, less what red invoices have taken back.
    ///
    /// @return gross, commission net and VAT on the commission
    Amounts amounts(Optional<String> consumer, String provider, YearMonth period, String seller) {
        return sql.first(
                        """
                        select coalesce(sum(c.gross), 0) as gross,
                            coalesce(sum(c.commission_net), 0) as net,
                            coalesce(sum(c.vat), 0) as vat, 'CNY' as currency
                        from settlement_charge c
                        where c.provider = ? and c.period = ?
                            and (?::text is null or c.consumer = ?)
                            and not exists (select from settlement_invoice i
                                where i.refund_id = c.id and i.seller = ?
                                    and i.state <> 'REFUSED')
                        """,
                        row ->
                                new Amounts(
                                        Columns.money(row, "gross"),
                                        Columns.money(row, "net"),
                                        Columns.money(row, "vat")),
                        provider,
                        period,
                        consumer.orElse(null),
                        consumer.orElse(null),
                        seller)
                .orElseThrow();
    }
}
