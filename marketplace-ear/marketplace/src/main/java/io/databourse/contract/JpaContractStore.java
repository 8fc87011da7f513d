package io.databourse.contract;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Keeps contracts. What is locked stays so until the transaction ends.
@ApplicationScoped
class JpaContractStore {
    private final EntityManager entities;
    private final JpaSupplementStore supplements;
    private final Clock clock;

    @Inject
    JpaContractStore(EntityManager entities, JpaSupplementStore supplements, Clock clock) {
        this.entities = entities;
        this.supplements = supplements;
        this.clock = clock;
    }

    void insert(Contract contract) {
        entities.persist(new ContractRow(contract));
        for (PartySignature signature : contract.signatures()) {
            entities.persist(new SignatureRow(contract.id(), signature));
        }
        entities.flush();
    }

    /// Stores state and signatures; nothing else of a contract ever changes but what is added.
    void update(Contract contract) {
        ContractRow row = entities.find(ContractRow.class, contract.id().value());
        if (row == null) {
            throw new IllegalArgumentException("no such contract: " + contract.id());
        }
        row.state = contract.state();
        for (SignatureRow signature : signatures(contract.id().value())) {
            signature.update(contract.signature(signature.role));
        }
    }

    /// Counts a supplement that came into force.
    void add(Supplement supplement) {
        ContractRow row = entities.find(ContractRow.class, supplement.contractId().value());
        row.add(supplement);
    }

    Optional<Contract> find(ContractId id) {
        return Optional.ofNullable(entities.find(ContractRow.class, id.value()))
                .map(this::toContract);
    }

    Optional<Contract> lock(ContractId id) {
        ContractRow row =
                entities.find(ContractRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        // It may have been read before somebody else changed it; our own change goes first.
        entities.flush();
        entities.refresh(row);
        signatures(row.id).forEach(entities::refresh);
        return Optional.of(toContract(row));
    }

    Optional<Contract> lockByOrder(OrderId order) {
        return entities.createQuery(
                        "select c.id from ContractRow c"
                                + " where c.orderId = :order and c.state <> :ended",
                        String.class)
                .setParameter("order", order.value())
                .setParameter("ended", ContractState.TERMINATED)
                .getResultStream()
                .findFirst()
                .flatMap(id -> lock(new ContractId(id)));
    }

    /// Whether the order has a contract that was not terminated.
    boolean hasContract(OrderId order) {
        return lockByOrder(order).isPresent();
    }

    Page<Contract> of(MerchantId organisation, PageRequest page) {
        var rows =
                entities.createQuery(
                                "select c from ContractRow c where c.id < :after"
                                        + " and (c.providerId = :own or c.consumerId = :own)"
                                        + " order by c.id desc",
                                ContractRow.class)
                        .setParameter("own", organisation.value())
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    Page<Contract> all(PageRequest page) {
        var rows =
                entities.createQuery(
                                "select c from ContractRow c where c.id < :after"
                                        + " order by c.id desc",
                                ContractRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    private Page<Contract> page(List<ContractRow> rows, PageRequest page) {
        return Page.cut(
                rows.stream().map(this::toContract).toList(),
                page,
                contract -> contract.id().value());
    }

    private Contract toContract(ContractRow row) {
        return row.toContract(signatures(row.id), inForce(row), clock.instant());
    }

    /// Most contracts have none, and are not asked for them.
    private List<Supplement> inForce(ContractRow row) {
        if (row.supplements == 0) {
            return List.of();
        }
        return supplements.of(new ContractId(row.id)).stream()
                .filter(each -> each.state() == ContractState.ACTIVE)
                .toList();
    }

    private List<SignatureRow> signatures(String contract) {
        return entities.createQuery(
                        "select s from SignatureRow s where s.contractId = :id order by s.role desc",
                        SignatureRow.class)
                .setParameter("id", contract)
                .getResultList();
    }
}
