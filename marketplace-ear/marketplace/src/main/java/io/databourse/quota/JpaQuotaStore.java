package io.databourse.quota;

import static io.databourse.sql.Column.longs;

import io.databourse.contract.ContractId;
import io.databourse.pricing.UnitLadder.Lapse;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JpaQuotaStore implements QuotaStore {
    private static final String EXTEND =
            """
            update quota_lease set units = units + ?, expires_at = ? where id = ? and state = 'OPEN'
            returning contract_id, pack_id, holder, epoch, units, consumed
            """;

    private static final String OPEN =
            "select id, expires_at from quota_lease where id = any(?) and state = 'OPEN'";

    private static final String RENEW =
            """
            update quota_lease l set expires_at = least(?, coalesce(p.valid_until, 'infinity'))
            from quota_pack p where p.id = l.pack_id and l.id = any(?) and l.state = 'OPEN'
            returning l.id, l.expires_at
            """;

    private static final String CONSUME =
            """
            update quota_lease l set consumed = l.consumed + v.units
            from unnest(?::bigint[], ?::bigint[], ?::bigint[]) v(id, epoch, units)
            where l.id = v.id and l.epoch = v.epoch and l.state = 'OPEN' and not exists (
                select from quota_standing s where s.contract_id = l.contract_id and s.epoch > l.epoch)
            returning l.id
            """;

    private static final String CONSUMED =
            """
            select substr(used.name, 6), used.posted, sum(p.units)
            from ledger_account used join quota_pack p on p.contract_id = substr(used.name, 6)
            where used.ledger = 'RUNS' and used.name like 'used:%' and used.posted > 0
            group by used.id having used.posted * 2 >= sum(p.units)
            """;

    private static final String USED =
            """
            select p.id, coalesce((select sum(l.consumed) from quota_lease l where l.pack_id = p.id), 0)
                - coalesce((select sum(r.units) from quota_return r where r.pack_id = p.id), 0)
            from quota_pack p where p.contract_id = ?1
            """;

    private static final String STORIES =
            """
            select p.id, p.units, p.valid_from, p.valid_until, p.state = 'EXPIRED', a.posted,
                coalesce((select sum(r.units) from quota_rollover r where r.to_pack = p.id), 0),
                coalesce((select r.units from quota_rollover r where r.from_pack = p.id), 0),
                coalesce((select sum(l.amount) from ledger_transfer t
                    join ledger_leg l on l.transfer_id = t.id
                    where t.request_key = 'quota-expiry:' || p.id), 0)
            from quota_pack p left join ledger_account a
                on a.ledger = 'RUNS' and a.name = p.account
            where p.contract_id = ? order by p.granted_at, p.id
            """;

    private final EntityManager entities;
    private final JpaSql sql;

    @Inject
    JpaQuotaStore(EntityManager entities, JpaSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @Override
    public boolean insert(Pack pack) {
        if (entities.find(PackRow.class, pack.id()) != null) {
            return false;
        }
        entities.persist(new PackRow(pack));
        entities.flush();
        return true;
    }

    @Override
    public List<Pack> packs(ContractId contract, boolean lock) {
        return entities.createQuery(
                        "select p from PackRow p where p.contractId = :contract"
                                + " and p.state = 'ACTIVE' order by p.id",
                        PackRow.class)
                .setParameter("contract", contract.value())
                .setLockMode(lock ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .getResultStream()
                .map(PackRow::toPack)
                .toList();
    }

    @Override
    public Optional<Pack> pack(String id) {
        return Optional.ofNullable(entities.find(PackRow.class, id)).map(PackRow::toPack);
    }

    @Override
    public List<Pack> endingBefore(Instant moment, int most) {
        return entities.createQuery(
                        "select p from PackRow p where p.state = 'ACTIVE' and p.validUntil < :moment"
                                + " order by p.validUntil",
                        PackRow.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultStream()
                .map(PackRow::toPack)
                .toList();
    }

    @Override
    public void expire(Pack pack) {
        PackRow row = entities.find(PackRow.class, pack.id(), LockModeType.PESSIMISTIC_WRITE);
        row.state = PackRow.EXPIRED;
    }

    @Override
    public void rollOver(Pack from, Pack to, long units, Instant at) {
        sql.run(
                "insert into quota_rollover (from_pack, to_pack, units, at) values (?, ?, ?, ?)",
                from.id(),
                to.id(),
                units,
                at);
    }

    @Override
    public long takenOver(Pack pack) {
        return sql.first(
                        "select coalesce(sum(units), 0) from quota_rollover where to_pack = ?",
                        row -> row.getLong(1),
                        pack.id())
                .orElse(0L);
    }

    @Override
    public void lapse(Pack pack, List<Lapse> lapses) {
        for (Lapse lapse : lapses) {
            sql.run(
                    "insert into quota_lapse (pack_id, from_unit, units) values (?, ?, ?)",
                    pack.id(),
                    lapse.from(),
                    lapse.units());
        }
    }

    @Override
    public List<Lapse> lapses(ContractId contract) {
        return lapses("p.contract_id = ?", contract.value());
    }

    @Override
    public List<Lapse> lapsesOf(String pack) {
        return lapses("p.id = ?", pack);
    }

    private List<Lapse> lapses(String which, String id) {
        return sql.list(
                "select l.from_unit, l.units from quota_lapse l join quota_pack p"
                        + " on p.id = l.pack_id where "
                        + which,
                row -> new Lapse(row.getLong(1), row.getLong(2)),
                id);
    }

    @Override
    public List<PackStory> stories(ContractId contract) {
        return sql.list(
                STORIES,
                row ->
                        new PackStory(
                                row.getString(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant(),
                                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                                row.getBoolean(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9)),
                contract.value());
    }

    @Override
    public Standing standing(ContractId contract) {
        // In share mode: whoever freezes waits for us or we for it, but we not for each other.
        StandingRow row =
                entities.find(StandingRow.class, contract.value(), LockModeType.PESSIMISTIC_READ);
        return row == null ? Standing.INITIAL : row.toStanding();
    }

    @Override
    public Optional<ContractUse> use(ContractId contract) {
        return entities.createQuery(
                        "select s from StandingRow s where s.contractId = :contract",
                        StandingRow.class)
                .setParameter("contract", contract.value())
                .getResultStream()
                .findFirst()
                .map(StandingRow::toUse);
    }

    @Override
    public void freeze(ContractId contract, boolean frozen, String reason, Instant at) {
        entities.createNativeQuery(
                        "insert into quota_standing as s (contract_id, epoch, frozen, reason,"
                                + " changed_at) values (?1, 2, ?2, ?3, ?4) on conflict"
                                + " (contract_id) do update set epoch = s.epoch + 1,"
                                + " frozen = excluded.frozen, reason = excluded.reason,"
                                + " changed_at = excluded.changed_at, by_buyer = false")
                .setParameter(1, contract.value())
                .setParameter(2, frozen)
                .setParameter(3, reason)
                .setParameter(4, at)
                .executeUpdate();
    }

    @Override
    public Map<ContractId, Standing> standings(Collection<ContractId> contracts) {
        Map<ContractId, Standing> found = new HashMap<>();
        entities.createQuery(
                        "select s from StandingRow s where s.contractId in :contracts",
                        StandingRow.class)
                .setParameter("contracts", contracts.stream().map(ContractId::value).toList())
                .getResultStream()
                .forEach(row -> found.put(new ContractId(row.contractId), row.toStanding()));
        return found;
    }

    @Override
    public Lease insert(Lease lease) {
        LeaseRow row = new LeaseRow(lease);
        entities.persist(row);
        entities.flush();
        return row.toLease();
    }

    @Override
    public Optional<Lease> extend(long lease, long units, Instant expiresAt) {
        return sql.first(
                EXTEND,
                row ->
                        new Lease(
                                lease,
                                new ContractId(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                expiresAt),
                units,
                expiresAt,
                lease);
    }

    @Override
    public Map<Long, Instant> open(Collection<Long> leases) {
        return ends(sql.list(OPEN, JpaQuotaStore::end, longs(leases, Long::longValue)));
    }

    @Override
    public Map<Long, Instant> renew(Collection<Long> leases, Instant expiresAt) {
        return ends(sql.list(RENEW, JpaQuotaStore::end, expiresAt, longs(leases, Long::longValue)));
    }

    private static Map.Entry<Long, Instant> end(ResultSet row) throws SQLException {
        return Map.entry(row.getLong(1), row.getTimestamp(2).toInstant());
    }

    private static Map<Long, Instant> ends(List<Map.Entry<Long, Instant>> leases) {
        Map<Long, Instant> ends = new HashMap<>();
        leases.forEach(lease -> ends.put(lease.getKey(), lease.getValue()));
        return ends;
    }

    @Override
    public Set<Long> consume(Collection<LeaseUse> uses) {
        return Set.copyOf(
                sql.list(
                        CONSUME,
                        row -> row.getLong(1),
                        longs(uses, LeaseUse::leaseId),
                        longs(uses, LeaseUse::epoch),
                        longs(uses, LeaseUse::units)));
    }

    @Override
    public Optional<Lease> close(long lease) {
        return open(lease, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> {
                    row.state = LeaseRow.CLOSED;
                    return row.toLease();
                });
    }

    @Override
    public List<Lease> endedBefore(Instant moment, int most) {
        return entities.createQuery(
                        "select l from LeaseRow l where l.state = 'OPEN' and l.expiresAt < :moment"
                                + " order by l.expiresAt",
                        LeaseRow.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultStream()
                .map(LeaseRow::toLease)
                .toList();
    }

    @Override
    public List<Lease> openLeases(ContractId contract) {
        return entities.createQuery(
                        "select l from LeaseRow l where l.state = 'OPEN'"
                                + " and l.contractId = :contract order by l.id",
                        LeaseRow.class)
                .setParameter("contract", contract.value())
                .getResultStream()
                .map(LeaseRow::toLease)
                .toList();
    }

    @Override
    public List<PackUse> used(ContractId contract) {
        entities.flush();
        List<?> rows =
                entities.createNativeQuery(USED).setParameter(1, contract.value()).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> {
                    PackRow pack = entities.find(PackRow.class, row[0]);
                    return new PackUse(
                            pack.toPack(),
                            pack.state.equals(PackRow.EXPIRED),
                            ((Number) row[1]).longValue());
                })
                .toList();
    }

    @Override
    public void giveBack(String key, Pack pack, long units, Instant at) {
        entities.createNativeQuery(
                        "insert into quota_return (key, pack_id, units, at)"
                                + " values (?1, ?2, ?3, ?4)")
                .setParameter(1, key)
                .setParameter(2, pack.id())
                .setParameter(3, units)
                .setParameter(4, at)
                .executeUpdate();
    }

    @Override
    public List<Quota> consumedOfAll() {
        List<?> rows = entities.createNativeQuery(CONSUMED).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new Quota(
                                new ContractId((String) row[0]),
                                ((Number) row[2]).longValue(),
                                0,
                                ((Number) row[1]).longValue()))
                .toList();
    }

    @Override
    public boolean note(ContractId contract, String what, Instant at) {
        return entities.createNativeQuery(
                                "insert into quota_notice (contract_id, what, at)"
                                        + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, contract.value())
                        .setParameter(2, what)
                        .setParameter(3, at)
                        .executeUpdate()
                == 1;
    }

    /// The row as the database has it now: batches change it without Hibernate.
    private Optional<LeaseRow> open(long lease, LockModeType lock) {
        entities.flush();
        LeaseRow row = entities.find(LeaseRow.class, lease);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row, lock);
        return row.state.equals(LeaseRow.OPEN) ? Optional.of(row) : Optional.empty();
    }
}
