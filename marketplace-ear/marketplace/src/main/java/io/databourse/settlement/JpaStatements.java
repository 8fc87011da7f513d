package io.databourse.settlement;

import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Statements and their lines. Lines are not stored: they are the charges of a month, which neither
/// change nor become more once its books are cut.
@ApplicationScoped
class JpaStatements {
    /// A statement's lines in one text; its SHA-256 is what a closed statement is held to.
    private static final String LINES =
            """
            'sha256:' || encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', side, kind,
                day, contract_id, line_key, charges, units, gross, merchant_share, partner_share,
                commission_net, vat, paid, earned), E'\\n' order by day, line_key, side,
                kind), ''), 'UTF8')), 'hex')
            """;

    private static final String SUMS =
            """
            count(*) as lines, case when count(distinct side) > 1 then 'BOTH'
                else coalesce(min(side), 'CONSUMER') end as side,
            coalesce(sum(gross), 0)::bigint as gross,
            coalesce(sum(merchant_share), 0)::bigint as merchant_share,
            coalesce(sum(partner_share), 0)::bigint as partner_share,
            coalesce(sum(commission_net), 0)::bigint as commission_net,
            coalesce(sum(vat), 0)::bigint as vat,
            coalesce(sum(paid), 0)::bigint as paid, coalesce(sum(earned), 0)::bigint as earned
            """;

    private static final String HEAD =
            """
            select s.*, (select count(*) from settlement_approval a where a.subject = s.id)
                as approvals
            from settlement_statement s
            """;

    private final JpaSql sql;

    @Inject
    JpaStatements(JpaSql sql) {
        this.sql = sql;
    }

    List<StatementLine> lines(String party, YearMonth period, int most) {
        return sql.list(
                """
                select *, 'CNY' as currency from settlement_line where party = ? and period = ?
                order by day, line_key, side limit ?
                """,
                JpaStatements::line,
                party,
                period,
                most);
    }

    void eachLine(String party, YearMonth period, Consumer<StatementLine> taker) {
        sql.each(
                """
                select *, 'CNY' as currency from settlement_line where party = ? and period = ?
                order by day, line_key, side
                """,
                row -> taker.accept(line(row)),
                party,
                period);
    }

    Totals totals(String party, YearMonth period) {
        return sql.first(
                        "select "
                                + SUMS
                                + ", 'CNY' as currency from settlement_line"
                                + " where party = ? and period = ?",
                        JpaStatements::totals,
                        party,
                        period)
                .orElseThrow();
    }

    /// Drafts everybody's statement of a month.
    ///
    /// @return how many
    int draft(YearMonth period, Money fourEyesAbove, Instant now) {
        sql.run("insert into settlement_books values (?, ?)", period, now);
        return sql.run(
                "insert into settlement_statement (id, party, period, state, currency, lines, side,"
                        + " gross, merchant_share, partner_share, commission_net, vat, paid, earned,"
                        + " lines_hash, approvals_needed, drafted_at)"
                        + " select 'stm_' || to_char(period, 'YYYYMM') || '_' || party, party,"
                        + " period, 'DRAFT', 'CNY', "
                        + SUMS
                        + ", "
                        + LINES
                        + ", case when greatest(abs(sum(paid)), abs(sum(earned))) > ?"
                        + " then 2 else 1 end, ?"
                        + " from settlement_line where period = ? group by party, period",
                fourEyesAbove.minor(),
                now,
                period);
    }

    Optional<StatementHead> find(StatementId id) {
        return sql.first(HEAD + " where s.id = ?", JpaStatements::head, id.value());
    }

    /// The statement, locked until the transaction ends.
    Optional<StatementHead> lock(StatementId id) {
        sql.first("select 1 from settlement_statement where id = ? for update", _ -> 1, id.value());
        return find(id);
    }

    /// By their ids, so by month, newest first.
    List<StatementHead> list(
            Optional<MerchantId> party, Optional<YearMonth> period, PageRequest page) {
        return sql.list(
                HEAD
                        + """
                         where s.id < ? and (?::text is null or s.party = ?)
                            and (?::date is null or s.period = ?)
                        order by s.id desc limit ?
                        """,
                JpaStatements::head,
                page.after().orElse("stm_~"),
                party.map(MerchantId::value).orElse(null),
                party.map(MerchantId::value).orElse(null),
                period.map(month -> month.atDay(1)).orElse(null),
                period.map(month -> month.atDay(1)).orElse(null),
                page.limit() + 1);
    }

    List<StatementId> inState(YearMonth period, StatementState state) {
        return sql.list(
                "select id from settlement_statement where period = ? and state = ? order by id",
                row -> new StatementId(row.getString(1)),
                period,
                state);
    }

    boolean hasNotDecided(String username, StatementId id) {
        return sql.first(
                        "select 1 from settlement_approval where subject = ? and username = ?",
                        _ -> 1,
                        id.value(),
                        username)
                .isEmpty();
    }

    void approved(StatementId id, Instant at) {
        sql.run(
                "update settlement_statement set state = 'APPROVED', approved_at = ? where id = ?",
                at,
                id.value());
    }

    void closed(StatementId id, Instant at) {
        sql.run(
                "update settlement_statement set state = 'CLOSED', closed_at = ? where id = ?",
                at,
                id.value());
    }

    /// Statements that are no longer what their charges say; there must be none.
    List<String> altered() {
        return sql.list(
                "select s.id from settlement_statement s left join (select party, period, "
                        + LINES
                        + " as hash from settlement_line group by party, period) l"
                        + " on l.party = s.party and l.period = s.period"
                        + " where l.hash is distinct from s.lines_hash order by s.id",
                row -> row.getString(1));
    }

    private static StatementLine line(ResultSet row) throws SQLException {
        return new StatementLine(
                Statement.Side.valueOf(row.getString("side")),
                ChargeKind.valueOf(row.getString("kind")),
                Columns.date(row, "day"),
                Columns.instant(row, "at"),
                Columns.textIfAny(row, "job_id").map(JobId::new),
                Columns.textIfAny(row, "original_id").map(ChargeId::new),
                new ContractId(row.getString("contract_id")),
                row.getString("product_name"),
                new MerchantId(row.getString("consumer")),
                new MerchantId(row.getString("provider")),
                row.getLong("charges"),
                row.getLong("units"),
                Columns.money(row, "gross"),
                Columns.money(row, "merchant_share"),
                Columns.money(row, "partner_share"),
                Columns.money(row, "commission_net"),
                Columns.money(row, "vat"),
                Columns.money(row, "paid"),
                Columns.money(row, "earned"));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                Statement.Side.valueOf(row.getString("side")),
                row.getLong("lines"),
                Columns.money(row, "gross"),
                Columns.money(row, "merchant_share"),
                Columns.money(row, "partner_share"),
                Columns.money(row, "commission_net"),
                Columns.money(row, "vat"),
                Columns.money(row, "paid"),
                Columns.money(row, "earned"));
    }

    private static StatementHead head(ResultSet row) throws SQLException {
        Totals totals = totals(row);
        return new StatementHead(
                new StatementId(row.getString("id")),
                row.getString("party"),
                totals.side(),
                Columns.month(row, "period"),
                StatementState.valueOf(row.getString("state")),
                totals.lines(),
                totals.gross(),
                totals.merchantShare(),
                totals.partnerShare(),
                totals.commissionNet(),
                totals.vat(),
                totals.paid(),
                totals.earned(),
                row.getString("lines_hash"),
                row.getInt("approvals"),
                row.getInt("approvals_needed"),
                Columns.instant(row, "drafted_at"),
                Columns.instantIfAny(row, "approved_at"),
                Columns.instantIfAny(row, "closed_at"));
    }

    /// Sums of lines.
    record Totals(
            Statement.Side side,
            long lines,
            Money gross,
            Money merchantShare,
            Money partnerShare,
            Money commissionNet,
            Money vat,
            Money paid,
            Money earned) {}
}
