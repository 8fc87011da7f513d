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

    List<String> transfersAstray() {
        return ids(
                """
                select coalesce(asked.transfer_id, entered.transfer_id) as id from (
                    select l.transfer_id, t.ledger,
                        sum(coalesce(t.posted_amounts[l.position + 1], l.amount)) as amount
                    from ledger_leg l join ledger_transfer t on t.id = l.transfer_id
                    where t.state = 'POSTED' group by l.transfer_id, t.ledger) asked
                full join (
                    select e.transfer_id, e.ledger, sum(e.debit) as debits, sum(e.credit) as credits
                    from ledger_entry e group by e.transfer_id, e.ledger) entered
                    on entered.transfer_id = asked.transfer_id and entered.ledger = asked.ledger
                where entered.debits is distinct from entered.credits
                    or entered.debits is distinct from asked.amount
                order by id
                """);
    }

    List<String> balancesAstray() {
        return ids(
                """
                select a.id from ledger_account a left join (
                    select account_id, ledger, sum(debit - credit) as debits
                    from ledger_entry group by account_id, ledger) e on e.account_id = a.id
                where a.posted <> case a.normal when 'DEBIT' then 1 else -1 end
                        * coalesce(e.debits, 0)
                    or e.ledger <> a.ledger
                order by a.id
                """);
    }

    List<String> overdrawn() {
        return ids(
                """
                select a.id from ledger_account a
                where not a.may_go_negative and (a.posted < a.held or exists (
                    select from ledger_entry e where e.account_id = a.id and e.balance_after < 0))
                order by a.id
                """);
    }

    List<String> snapshotsAstray() {
        return ids(
                """
                select a.id from ledger_account a
                left join (
                    select account_id, bool_or(balance_after <> balance) as broken from (
                        select e.account_id, e.balance_after,
                            case a.normal when 'DEBIT' then 1 else -1 end * sum(e.debit - e.credit)
                                over (partition by e.account_id order by e.number) as balance
                        from ledger_entry e join ledger_account a on a.id = e.account_id) steps
                    group by account_id) chain on chain.account_id = a.id
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
        List<?> found = entities.createNativeQuery(sql).setMaxResults(MOST).getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
