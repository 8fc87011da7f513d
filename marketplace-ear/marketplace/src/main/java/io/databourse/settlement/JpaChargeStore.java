package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.MeterRecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaChargeStore implements ChargeStore {
    private final EntityManager entities;

    @Inject
    JpaChargeStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(StatementLine line) {
        entities.persist(new ChargeRow(line));
        entities.flush();
    }

    @Override
    public boolean isCharged(MeterRecordId meter) {
        return entities.find(ChargeRow.class, meter.value()) != null;
    }

    @Override
    public long unitsOf(ContractId contract) {
        return entities.createQuery(
                        "select coalesce(sum(c.units), 0) from ChargeRow c"
                                + " where c.contractId = :contract",
                        Long.class)
                .setParameter("contract", contract.value())
                .getSingleResult();
    }

    @Override
    public List<StatementLine> between(Optional<MerchantId> party, Instant from, Instant until) {
        return entities.createQuery(
                        "select c from ChargeRow c where c.at >= :from and c.at < :until"
                                + " and (:party = '' or c.consumer = :party or c.provider = :party)"
                                + " order by c.at, c.meterRecordId",
                        ChargeRow.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("party", party.map(MerchantId::value).orElse(""))
                .getResultStream()
                .map(ChargeRow::toLine)
                .toList();
    }

    @Override
    public List<StatementLine> ofContract(ContractId contract) {
        return entities.createQuery(
                        "select c from ChargeRow c where c.contractId = :contract"
                                + " order by c.at, c.meterRecordId",
                        ChargeRow.class)
                .setParameter("contract", contract.value())
                .getResultStream()
                .map(ChargeRow::toLine)
                .toList();
    }
}
