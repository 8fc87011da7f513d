package io.databourse.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/// What breaks the ledger's rules, by id. All is recounted from the rows that never change: legs
/// and entries.
@ApplicationScoped
class JpaLedgerChecks {
    private static final int MOST = 100;

    private final EntityManager entities;

    @Inject
    JpaLedgerChecks(EntityManager entities) {
        this.entities = entities;
    }

    /// What was asked for is taken off what was entered, transfer by transfer and account by
    /// account: nothing is left. So each row is grouped once, and nothing is joined by texts.
    List<String> transfersAstray() {
        return ids(
                """
                select transfer_id as id from (
                    select transfer_id, account_id, debit, credit, false as foreign_ledger
                    from ledger_entry
                    union all
                    select l.transfer_id, side.account_id, -side.debit, -side.credit,
                        t.ledger is distinct from split_part(side.account_id, '/', 1)
                    from ledger_leg l left join ledger_transfer t on t.id = l.transfer_id
                    cross join lateral (
                        select coalesce(t.posted_amounts[l.position + 1], l.amount) as moved) part
                    cross join lateral (values
                        (l.debit_account, part.moved, 0),
                        (l.credit_account, 0, part.moved)) side(account_id, debit, credit)
                    where (t.id is null or t.state = 'POSTED') and part.moved > 0) rows
                group by transfer_id, account_id
                having sum(debit) <> 0 or sum(credit) <> 0 or bool_or(foreign_ledger)
                order by id
                """);
    }

    List<String> balancesAstray() {
        return ids(
                """
                select coalesce(a.id, e.account_id) as id from ledger_account a full join (
                    select account_id, ledger, sum(debit - credit) as debits
                    from ledger_entry group by account_id, ledger) e
                    on e.account_id = a.id and e.ledger = a.ledger
                where a.posted is distinct from case a.normal when 'DEBIT' then 1 else -1 end
                        * coalesce(e.debits, 0)
                order by id
                """);
    }

    List<String> overdrawn() {
        return ids(
                """
                select a.id from ledger_account a
                where not a.may_go_negative and (a.posted < a.held or a.id in (
                    select account_id from ledger_entry where balance_after < 0))
                order by a.id
                """);
    }

    /// Entries are sorted by a number of their account, which is far cheaper than by its name.
    List<String> snapshotsAstray() {
        return ids(
                """
                with numbered as (
                    select id, normal, row_number() over () as n from ledger_account)
                select a.id from ledger_account a join numbered on numbered.id = a.id
                left join (
                    select n, bool_or(balance_after <> balance) as broken from (
                        select a.n, e.balance_after,
                            case a.normal when 'DEBIT' then 1 else -1 end * sum(e.debit - e.credit)
                                over (partition by a.n order by e.number) as balance
                        from ledger_entry e join numbered a on a.id = e.account_id) steps
                    group by n) chain on chain.n = numbered.n
                left join (
                    select loser.id, sum(l.amount) as amount
                    from ledger_transfer t join ledger_leg l on l.transfer_id = t.id
                        join ledger_account loser on loser.id = l.debit_account
                            and loser.normal = 'CREDIT'
                            or loser.id = l.credit_account and loser.normal = 'DEBIT'
                    where t.state = 'PENDING' group by loser.id) hold on hold.id = a.id
                where chain.broken or a.held <> coalesce(hold.amount, 0)
                order by a.id
                """);
    }

    private List<String> ids(String sql) {
        // For this transaction: each check reads all that was ever entered.
        entities.createNativeQuery("set local work_mem = '128MB'").executeUpdate();
        List<?> found = entities.createNativeQuery(sql).setMaxResults(MOST).getResultList();
        return found.stream().map(String.class::cast).distinct().toList();
    }
}
