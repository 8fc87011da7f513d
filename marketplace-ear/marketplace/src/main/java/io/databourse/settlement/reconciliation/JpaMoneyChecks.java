package io.databourse.settlement.reconciliation;

import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Whether batches, payments and holds are what the ledger says.
@ApplicationScoped
class JpaMoneyChecks {
    private final JpaSql sql;

    @Inject
    JpaMoneyChecks(JpaSql sql) {
        this.sql = sql;
    }

    /// Batches of which paid + held + carried is not what was due, or what the ledger moved is not
    /// what was paid, or the file is not what it was.
    List<String> batchesAstray() {
        return sql.list(
                """
                select b.id from settlement_batch b left join (
                    select batch_id, count(*) as parties, sum(due) as due, sum(paid) as paid,
                        sum(held) as held, sum(carried) as carried
                    from settlement_batch_item group by batch_id) i on i.batch_id = b.id
                left join (
                    select batch_id, sum(amount) as amount from settlement_payout group by batch_id)
                    p on p.batch_id = b.id
                left join (
                    select t.subject_id, e.account_id, sum(e.credit) as amount
                    from ledger_entry e join ledger_transfer t on t.id = e.transfer_id
                    where t.reason = 'SETTLEMENT' and e.account_id in (
                        select currency || '/payout_clearing' from settlement_batch)
                    group by t.subject_id, e.account_id) moved
                    on moved.subject_id = b.id and moved.account_id = b.currency || '/payout_clearing'
                where b.paid + b.held + b.carried <> b.due
                    or (b.parties, b.due, b.paid, b.held, b.carried) is distinct from
                        (coalesce(i.parties, 0), coalesce(i.due, 0), coalesce(i.paid, 0),
                        coalesce(i.held, 0), coalesce(i.carried, 0))
                    or b.paid <> coalesce(p.amount, 0) or b.paid <> coalesce(moved.amount, 0)
                    or b.export_sha256 <> 'sha256:' || encode(sha256(b.export), 'hex')
                order by b.id
                """,
                row -> row.getString(1));
    }

    /// What is in clearing is what the bank has not answered for.
    List<String> clearingAstray() {
        return sql.list(
                """
                select 'CNY/payout_clearing' from (
                    select coalesce((select sum(posted) from ledger_account
                            where id = 'CNY/payout_clearing'), 0) as cleared,
                        coalesce((select sum(amount) from settlement_payout
                            where state in ('READY', 'SENDING', 'UNKNOWN')), 0) as open) sums
                where cleared <> open
                """,
                row -> row.getString(1));
    }

    /// Payments that were booked as ended other than once, or parties with two open ones.
    List<String> paymentsAstray() {
        return sql.list(
                """
                select p.id from settlement_payout p
                where (select count(*) from ledger_transfer t where t.request_key in
                        ('payout:' || p.id || ':PAID', 'payout:' || p.id || ':REJECTED'))
                    <> case when p.state in ('PAID', 'REJECTED') then 1 else 0 end
                union all
                select party from settlement_payout
                where state in ('READY', 'SENDING', 'UNKNOWN')
                group by party, currency having count(*) > 1 order by 1
                """,
                row -> row.getString(1));
    }

    /// Disputes of which the hold is not the amount while they are open, and nothing after.
    List<String> holdsAstray() {
        return sql.list(
                """
                select coalesce(d.id, a.id) from (
                    select id, amount from settlement_dispute
                    where state in ('OPEN', 'PROPOSED')) d
                full join (
                    select substring(name from 'dispute_hold:(.*)') as id, posted
                    from ledger_account where name like 'dispute\\_hold:%' and posted <> 0) a
                    on a.id = d.id
                where d.amount is distinct from a.posted order by 1
                """,
                row -> row.getString(1));
    }

    /// Buyers of whom more or less is set aside than their contracts have left: the price, less
    /// what was charged, what was given back, and what expired.
    List<String> setAsideAstray() {
        return sql.list(
                """
                select coalesce(c.account, a.id) from (
                    select c.currency || '/buyer_reserved:' || c.consumer_id as account,
                        sum(greatest(0, c.price + c.added_price
                            - coalesce(r.gross + r.returned + r.broken, 0)))
                            as left_over
                    from contract_contract c left join settlement_rating r on r.contract_id = c.id
                    where c.state = 'ACTIVE' group by 1) c
                full join (
                    select id, posted from ledger_account where name like 'buyer\\_reserved:%') a
                    on a.id = c.account
                where coalesce(c.left_over, 0) <> coalesce(a.posted, 0) order by 1
                """,
                row -> row.getString(1));
    }

    /// Contracts of which something else expired than was moved, at most once for the contract and
    /// each supplement; or the account itself.
    List<String> breakageAstray() {
        return sql.list(
                """
                select coalesce(r.contract_id, t.subject_id) from (
                    select contract_id, broken from settlement_rating where broken > 0) r
                full join (
                    select t.subject_id, count(*) as times, sum(l.amount) as amount
                    from ledger_transfer t join ledger_leg l on l.transfer_id = t.id
                    where t.reason = 'BREAKAGE' and t.state = 'POSTED' group by 1) t
                    on t.subject_id = r.contract_id
                where r.broken is distinct from t.amount or t.times > 1 + coalesce((
                    select c.supplements from contract_contract c where c.id = t.subject_id), 0)
                union all
                select 'breakage' from (
                    select coalesce((select sum(posted) from ledger_account
                            where name = 'breakage'), 0) as posted,
                        (select coalesce(sum(broken), 0) from settlement_rating) as broken) sums
                where posted <> broken order by 1
                """,
                row -> row.getString(1));
    }

    /// Accounts for rounding that are not empty; there is nothing that would need one.
    List<String> rounding() {
        return sql.list(
                """
                select id from ledger_account where name = 'rounding'
                    and posted <> 0 order by id
                """,
                row -> row.getString(1));
    }
}
