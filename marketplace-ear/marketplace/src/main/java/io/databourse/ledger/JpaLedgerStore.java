package io.databourse.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaLedgerStore implements LedgerStore {
    private final EntityManager entities;

    @Inject
    JpaLedgerStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void open(Account account) {
        entities.createNativeQuery(
                        "insert into ledger_account (id, ledger, name, normal, may_go_negative)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, AccountRow.id(account))
                .setParameter(2, account.ledger())
                .setParameter(3, account.name())
                .setParameter(4, account.normal().name())
                .setParameter(5, account.mayGoNegative())
                .executeUpdate();
    }

    @Override
    public AccountRow lock(String accountId) {
        AccountRow row = entities.find(AccountRow.class, accountId);
        if (row == null) {
            throw new IllegalArgumentException("no such account: " + accountId);
        }
        // Refresh: another transaction may have changed it before the lock was ours. Flush first,
        // or
        // what this transaction has changed would be lost.
        entities.flush();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    @Override
    public Optional<AccountRow> account(String accountId) {
        AccountRow row = entities.find(AccountRow.class, accountId);
        if (row != null) {
            // Batches change accounts without Hibernate.
            entities.flush();
            entities.refresh(row);
        }
        return Optional.ofNullable(row);
    }

    @Override
    public Optional<TransferRow> lockByKey(String requestKey) {
        return entities.createQuery(
                        "select t from TransferRow t where t.requestKey = :key", TransferRow.class)
                .setParameter("key", requestKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<TransferRow> lockTransfer(TransferId id) {
        return Optional.ofNullable(
                entities.find(TransferRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<TransferRow> reversalOf(TransferId id) {
        return entities.createQuery(
                        "select t from TransferRow t where t.reverses = :id", TransferRow.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<TransferId> overdue(Instant now, int most) {
        return entities.createQuery(
                        // The state is no parameter, so that the index of pending ones serves.
                        "select t.id from TransferRow t where t.state = PENDING"
                                + " and t.expiresAt <= :now order by t.expiresAt, t.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(TransferId::new)
                .toList();
    }

    @Override
    public Optional<Long> balanceAt(String accountId, Instant at) {
        return entities.createQuery(
                        "select e.balanceAfter from EntryRow e where e.accountId = :account"
                                + " and e.at <= :at order by e.number desc",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void insert(TransferRow transfer, List<LegRow> legs) {
        entities.persist(transfer);
        legs.forEach(entities::persist);
        entities.flush();
    }

    @Override
    public List<LegRow> legs(TransferId id) {
        return entities.createQuery(
                        "select l from LegRow l where l.transferId = :id order by l.position",
                        LegRow.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    @Override
    public void insert(EntryRow entry) {
        entities.persist(entry);
    }

    @Override
    public List<Entry> entries(String accountId, long before, int most) {
        return entities.createQuery(
                        "select e, t from EntryRow e join TransferRow t on t.id = e.transferId"
                                + " where e.accountId = :account and e.number < :before"
                                + " order by e.number desc",
                        Object[].class)
                .setParameter("account", accountId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> ((EntryRow) row[0]).toEntry((TransferRow) row[1]))
                .toList();
    }

    @Override
    public List<LedgerProof.LedgerSum> sums() {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                with recount as (
                                    select a.ledger, a.id, a.posted, count(e.number) as entries,
                                        coalesce(sum(e.debit), 0) as debits,
                                        coalesce(sum(e.credit), 0) as credits, a.normal
                                    from ledger_account a left join ledger_entry e
                                        on e.account_id = a.id
                                    group by a.id)
                                select ledger, sum(debits), sum(credits), sum(entries), count(*),
                                    count(*) filter (where posted <> case normal
                                        when 'DEBIT' then debits - credits
                                        else credits - debits end)
                                from recount group by ledger order by ledger
                                """)
                        .getResultList();
        return rows.stream().map(row -> sum((Object[]) row)).toList();
    }

    private static LedgerProof.LedgerSum sum(Object[] cells) {
        long debits = number(cells[1]);
        long credits = number(cells[2]);
        return new LedgerProof.LedgerSum(
                (String) cells[0],
                debits,
                credits,
                Math.subtractExact(debits, credits),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]));
    }

    private static long number(Object cell) {
        return ((Number) cell).longValue();
    }

    @Override
    public void settle(TransferRow transfer, TransferState state, Instant at) {
        transfer.state = state;
        transfer.settledAt = at;
    }
}
