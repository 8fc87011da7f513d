package io.databourse.contract;

import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/// Keeps supplements. What is locked stays so until the transaction ends.
@ApplicationScoped
class JpaSupplementStore {
    private final EntityManager entities;

    @Inject
    JpaSupplementStore(EntityManager entities) {
        this.entities = entities;
    }

    void insert(Supplement supplement) {
        entities.persist(new SupplementRow(supplement));
        entities.flush();
    }

    Supplement saved(Supplement supplement) {
        SupplementRow row = entities.find(SupplementRow.class, supplement.id().value());
        if (row == null) {
            throw new IllegalArgumentException("no such supplement: " + supplement.id());
        }
        row.update(supplement);
        return supplement;
    }

    Optional<Supplement> find(SupplementId id) {
        return Optional.ofNullable(entities.find(SupplementRow.class, id.value()))
                .map(SupplementRow::toSupplement);
    }

    Optional<Supplement> lock(SupplementId id) {
        SupplementRow row =
                entities.find(SupplementRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        // It may have been read before somebody else changed it; our own change goes first.
        entities.flush();
        entities.refresh(row);
        return Optional.of(row.toSupplement());
    }

    /// All of a contract, the oldest first.
    List<Supplement> of(ContractId contract) {
        return query("s.contractId = :id order by s.id", contract.value())
                .getResultStream()
                .map(SupplementRow::toSupplement)
                .toList();
    }

    /// The contract's supplement that is not signed by both yet.
    Optional<Supplement> open(ContractId contract) {
        return of(contract).stream()
                .filter(each -> each.state() == ContractState.AWAITING_SIGNATURES)
                .findFirst();
    }

    Optional<Supplement> openOf(OrderId order) {
        return query("s.orderId = :id", order.value())
                .getResultStream()
                .map(row -> new SupplementId(row.id))
                .flatMap(id -> lock(id).stream())
                .filter(each -> each.state() == ContractState.AWAITING_SIGNATURES)
                .findFirst();
    }

    /// Those of the organisation, on either side, that are not signed by both yet.
    List<Supplement> openOf(MerchantId party) {
        return query(
                        "s.state = 'AWAITING_SIGNATURES'"
                                + " and (s.providerId = :id or s.consumerId = :id) order by s.id",
                        party.value())
                .getResultStream()
                .map(SupplementRow::toSupplement)
                .toList();
    }

    private TypedQuery<SupplementRow> query(String where, String id) {
        return entities.createQuery(
                        "select s from SupplementRow s where " + where, SupplementRow.class)
                .setParameter("id", id);
    }
}
