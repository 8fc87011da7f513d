package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobEvent;
import io.databourse.dispatch.PartyReport;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.metering.MeterRecord.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Writes down what each job used, in the transaction that ends the job.
@ApplicationScoped
@Transactional
public class MeteringService {
    private final MeterStore store;
    private final MerchantService merchants;
    private final Event<MeterEvent> events;

    @Inject
    MeteringService(MeterStore store, MerchantService merchants, Event<MeterEvent> events) {
        this.store = store;
        this.merchants = merchants;
        this.events = events;
    }

    /// The caller's organisation's records, newest first; everybody's for operator and regulator.
    public Page<MeterRecord> list(Caller caller, Optional<ContractId> contract, PageRequest page) {
        Optional<MerchantId> party =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? Optional.empty()
                        : Optional.of(merchants.requireActiveOrganisation(caller).id());
        return store.list(party, contract, page);
    }

    void whenJobEnds(@Observes JobEvent event) {
        switch (event) {
            case JobEvent.Delivered end ->
                    record(
                            end,
                            end.job().dryRun() ? Outcome.DRY_RUN : Outcome.DELIVERED,
                            end.units(),
                            end.reports());
            case JobEvent.Refused end -> record(end, Outcome.REFUSED, 0, end.reports());
            case JobEvent.Failed end -> record(end, Outcome.FAILED, 0, end.reports());
            case JobEvent.Cancelled end -> record(end, Outcome.CANCELLED, 0, List.of());
            case JobEvent.Requested _,
                    JobEvent.Authorized _,
                    JobEvent.Placed _,
                    JobEvent.Started _,
                    JobEvent.Held _,
                    JobEvent.Released _,
                    JobEvent.Rejected _,
                    JobEvent.AttemptFailed _ -> {}
        }
    }

    private void record(JobEvent event, Outcome outcome, long units, List<PartyReport> reports) {
        var job = event.job();
        if (store.ofJob(job.jobId()).isPresent()) {
            return;
        }
        MeterRecord meter =
                new MeterRecord(
                        MeterRecordId.next(),
                        job.jobId(),
                        job.contractId(),
                        job.consumer(),
                        job.provider(),
                        outcome,
                        units,
                        reports.stream().mapToLong(PartyReport::bytesSent).sum(),
                        reports.stream().mapToLong(PartyReport::cpuMillis).sum(),
                        event.at());
        store.insert(meter);
        events.fire(new MeterEvent.Recorded(meter));
    }
}
