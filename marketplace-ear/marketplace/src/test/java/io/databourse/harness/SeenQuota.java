package io.databourse.harness;

import io.databourse.contract.ContractId;
import io.databourse.quota.QuotaEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Remembers what the quota's watch has told.
@ApplicationScoped
public class SeenQuota {
    private final List<QuotaEvent> told = new CopyOnWriteArrayList<>();

    void on(@Observes QuotaEvent event) {
        if (event instanceof QuotaEvent.ExpiresSoon || event instanceof QuotaEvent.Reached) {
            told.add(event);
        }
    }

    public Stream<QuotaEvent> of(ContractId contract) {
        return told.stream().filter(event -> event.contractId().equals(contract));
    }
}
