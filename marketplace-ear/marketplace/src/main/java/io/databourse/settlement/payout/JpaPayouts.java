package io.databourse.settlement.payout;

import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.settlement.PartnerRole;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Payment orders, in the database.
@ApplicationScoped
class JpaPayouts {
    private final EntityManager entities;
    private final JpaSql sql;

    @Inject
    JpaPayouts(EntityManager entities, JpaSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    void insert(PayoutRow row, Map<PartnerRole, Long> parts) {
        entities.persist(row);
        entities.flush();
        parts.forEach((role, amount) ->
                sql.run(
                        "insert into settlement_payout_part values (?, ?, ?)",
                        row.id,
                        role,
                        amount));
    }

    Map<PartnerRole, Long> parts(PayoutRow row) {
        Map<PartnerRole, Long> parts = new EnumMap<>(PartnerRole.class);
        sql.list(
                "select role, amount from settlement_payout_part where payout_id = ?",
                part ->
                        parts.put(
                                PartnerRole.valueOf(part.getString("role")),
                                part.getLong("amount")),
                row.id);
        return parts;
    }

    /// Of whom a payment is open.
    Set<MerchantId> open() {
        return new HashSet<>(
                sql.list(
                        "select party from settlement_payout"
                                + " where state in ('READY', 'SENDING', 'UNKNOWN')",
                        row -> new MerchantId(row.getString(1))));
    }

    /// What nobody else is at work on, locked until the transaction ends.
    Optional<PayoutRow> lock(PayoutId id) {
        return Optional.ofNullable(
                entities.find(PayoutRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<PayoutRow> find(PayoutId id) {
        return Optional.ofNullable(entities.find(PayoutRow.class, id.value()));
    }

    /// In this state since before that time, oldest first.
    List<PayoutId> in(PayoutState state, Instant before, int most) {
        return sql.list(
                "select id from settlement_payout where state = ? and changed_at <= ?"
                        + " order by changed_at, id limit ?",
                row -> new PayoutId(row.getString(1)),
                state,
                before,
                most);
    }

    /// Newest first, one more than asked for if there is one.
    List<PayoutRow> list(
            Optional<MerchantId> party, Optional<PayoutState> state, PageRequest page) {
        return entities.createQuery(
                        "select p from PayoutRow p where p.id < :after"
                                + " and (:party = '' or p.party = :party)"
                                + " and (:anyState = true or p.state = :state) order by p.id desc",
                        PayoutRow.class)
                .setParameter("after", page.after().orElse("~"))
                .setParameter("party", party.map(MerchantId::value).orElse(""))
                .setParameter("anyState", state.isEmpty())
                .setParameter("state", state.orElse(PayoutState.READY))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }
}
