package io.databourse.settlement.payout;

import io.databourse.call.PageRequest;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.settlement.Columns;
import io.databourse.settlement.PartnerRole;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Batches, and the positions that they net. Balances of all parties are read from the ledger's
/// table in one statement, which the ledger's own questions, one account each, would not do.
@ApplicationScoped
class JpaBatches {
    private final JpaSql sql;

    @Inject
    JpaBatches(JpaSql sql) {
        this.sql = sql;
    }

    /// Everybody to whom the exchange owes, or who owes it, by party.
    ///
    /// @param cutoff what was earned later is not due
    List<Position> positions(LocalDate cutoff) {
        return sql.list(
                """
                with balance as (
                    select substring(name from '[^:]+$') as party,
                        upper(substring(name from '(merchant|algorithm|channel)_payable')) as kind,
                        coalesce(sum(posted) filter (where name not like 'receivable:%'), 0)
                            as payable,
                        coalesce(sum(posted) filter (where name like 'receivable:%'), 0) as owed
                    from ledger_account where ledger = 'CNY'
                        and (name like 'merchant\\_payable:%' or name like 'algorithm\\_payable:%'
                            or name like 'channel\\_payable:%' or name like 'receivable:%')
                    group by 1, 2
                    having sum(posted) <> 0
                ), later as (
                    select party, kind, sum(amount) as amount from (
                        select provider as party, 'MERCHANT' as kind, merchant_share as amount
                        from settlement_charge where day > ? and kind <> 'REFUND'
                        union all
                        select s.party, case s.role when 'PROVIDER' then 'MERCHANT' else s.role end,
                            s.amount
                        from settlement_charge_share s
                        join settlement_charge c on c.id = s.charge_id
                        where c.day > ? and c.kind <> 'REFUND') earned
                    group by party, kind
                )
                select b.party, b.kind, b.payable, b.owed, coalesce(l.amount, 0) as not_yet_due
                from balance b left join later l on l.party = b.party and l.kind = b.kind
                order by b.party, b.kind
                """,
                JpaBatches::position, cutoff, cutoff);
    }

    private static Position position(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Position(
                new MerchantId(row.getString("party")),
                kind.equals("MERCHANT") ? PartnerRole.PROVIDER : PartnerRole.valueOf(kind),
                row.getLong("payable"),
                row.getLong("not_yet_due"),
                row.getLong("owed"));
    }

    /// What open disputes hold of each party's money.
    Map<MerchantId, Long> held() {
        Map<MerchantId, Long> held = new LinkedHashMap<>();
        sql.list(
                """
                select s.party, sum(s.amount) as amount
                from settlement_dispute_share s
                join settlement_dispute_charge c using (dispute_id, charge_id)
                where c.open and s.role not in ('FEE', 'VAT') group by s.party order by s.party
                """,
                row -> held.put(new MerchantId(row.getString("party")), row.getLong("amount")));
        return held;
    }

    void insert(SettlementBatch batch, List<BatchItem> items, byte[] export) {
        sql.run(
                "insert into settlement_batch values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.id().value(),
                batch.settleDate(),
                batch.due().currency(),
                batch.cutoffDay(),
                batch.parties(),
                batch.due().minor(),
                batch.paid().minor(),
                batch.held().minor(),
                batch.carried().minor(),
                export,
                batch.exportSha256(),
                batch.createdAt());
        sql.run(
                "insert into settlement_batch_item select * from"
                        + " json_populate_recordset(null::settlement_batch_item, ?::json)",
                Json.write(items.stream().map(item -> row(batch.id(), item)).toList()));
    }

    private static Map<String, Object> row(BatchId batch, BatchItem item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("batch_id", batch.value());
        row.put("party", item.party().value());
        row.put("name", item.name());
        row.put("credit_code", item.creditCode());
        row.put("payable", item.payable().minor());
        row.put("not_yet_due", item.notYetDue().minor());
        row.put("owed", item.owed().minor());
        row.put("collected", item.collected().minor());
        row.put("due", item.due().minor());
        row.put("paid", item.paid().minor());
        row.put("held", item.held().minor());
        row.put("carried", item.carried().minor());
        row.put("blocked", item.blocked());
        return row;
    }

    Optional<SettlementBatch> find(BatchId id) {
        return sql.first(
                "select * from settlement_batch where id = ?", JpaBatches::batch, id.value());
    }

    Optional<LocalDate> newestDate() {
        return sql.first(
                "select settle_date from settlement_batch order by settle_date desc limit 1",
                row -> Columns.date(row, "settle_date"));
    }

    /// Newest first, one more than asked for if there is one.
    List<SettlementBatch> list(PageRequest page) {
        return sql.list(
                "select * from settlement_batch where id < ? order by id desc limit ?",
                JpaBatches::batch,
                page.after().orElse("stb_~"),
                page.limit() + 1);
    }

    /// By the parties' ids.
    List<BatchItem> items(BatchId id) {
        return sql.list(
                "select * from settlement_batch_item where batch_id = ? order by party",
                JpaBatches::item,
                id.value());
    }

    Optional<byte[]> export(BatchId id) {
        return sql.first(
                "select export from settlement_batch where id = ?",
                row -> row.getBytes(1),
                id.value());
    }

    List<BatchId> all() {
        return sql.list(
                "select id from settlement_batch order by id",
                row -> new BatchId(row.getString(1)));
    }

    private static SettlementBatch batch(ResultSet row) throws SQLException {
        return new SettlementBatch(
                new BatchId(row.getString("id")),
                Columns.date(row, "settle_date"),
                Columns.date(row, "cutoff_day"),
                row.getInt("parties"),
                Columns.money(row, "due"),
                Columns.money(row, "paid"),
                Columns.money(row, "held"),
                Columns.money(row, "carried"),
                row.getString("export_sha256"),
                Columns.instant(row, "created_at"));
    }

    private static BatchItem item(ResultSet row) throws SQLException {
        return new BatchItem(
                new MerchantId(row.getString("party")),
                row.getString("name"),
                row.getString("credit_code"),
                Columns.cny(row, "payable"),
                Columns.cny(row, "not_yet_due"),
                Columns.cny(row, "owed"),
                Columns.cny(row, "collected"),
                Columns.cny(row, "due"),
                Columns.cny(row, "paid"),
                Columns.cny(row, "held"),
                Columns.cny(row, "carried"),
                row.getBoolean("blocked"));
    }
}
