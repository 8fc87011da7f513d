package io.databourse.metering;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaMeterStore implements MeterStore {
    private final EntityManager entities;

    @Inject
    JpaMeterStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(MeterRecord meter) {
        entities.persist(new MeterRow(meter));
        entities.flush();
    }

    @Override
    public Optional<MeterRecord> ofJob(JobId job) {
        return entities.createQuery("select m from MeterRow m where m.jobId = :job", MeterRow.class)
                .setParameter("job", job.value())
                .getResultStream()
                .findFirst()
                .map(MeterRow::toRecord);
    }

    @Override
    public Page<MeterRecord> list(
            Optional<MerchantId> party, Optional<ContractId> contract, PageRequest page) {
        List<MeterRecord> found =
                entities.createQuery(
                                "select m from MeterRow m where m.id < :after"
                                        + " and (:party = '' or m.consumer = :party"
                                        + " or m.provider = :party)"
                                        + " and (:contract = '' or m.contractId = :contract)"
                                        + " order by m.id desc",
                                MeterRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setParameter("party", party.map(MerchantId::value).orElse(""))
                        .setParameter("contract", contract.map(ContractId::value).orElse(""))
                        .setMaxResults(page.limit() + 1)
                        .getResultStream()
                        .map(MeterRow::toRecord)
                        .toList();
        return Page.cut(found, page, meter -> meter.id().value());
    }
}
