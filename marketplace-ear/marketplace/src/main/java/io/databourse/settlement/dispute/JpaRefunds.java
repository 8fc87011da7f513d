package io.databourse.settlement.dispute;

import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.settlement.ChargeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// Refunds, in the database.
@ApplicationScoped
class JpaRefunds {
    private final EntityManager entities;

    @Inject
    JpaRefunds(EntityManager entities) {
        this.entities = entities;
    }

    void insert(RefundRow row) {
        entities.persist(row);
        entities.flush();
    }

    Optional<RefundRow> lock(RefundId id) {
        return Optional.ofNullable(
                entities.find(RefundRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<RefundRow> find(RefundId id) {
        return Optional.ofNullable(entities.find(RefundRow.class, id.value()));
    }

    boolean isAskedFor(ChargeId charge) {
        return !entities.createQuery(
                        "select r.id from RefundRow r where r.chargeId = :charge"
                                + " and r.state = :state",
                        String.class)
                .setParameter("charge", charge.value())
                .setParameter("state", RefundState.ASKED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /// Newest first, one more than asked for if there is one.
    List<RefundRow> list(Optional<MerchantId> party, PageRequest page) {
        return entities.createQuery(
                        "select r from RefundRow r where r.id < :after"
                                + " and (:party = '' or r.consumer = :party or r.provider = :party)"
                                + " order by r.id desc",
                        RefundRow.class)
                .setParameter("after", page.after().orElse("~"))
                .setParameter("party", party.map(MerchantId::value).orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }
}
