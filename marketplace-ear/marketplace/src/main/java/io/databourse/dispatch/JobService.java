package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.membership.NodeId;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Jobs, as parties and nodes see them.
@ApplicationScoped
@Transactional
public class JobService {
    private final JobStore store;
    private final JobMachine machine;
    private final Admission admission;
    private final NodeSays nodeSays;
    private final ContractService contracts;
    private final QuotaService quota;
    private final MerchantService merchants;
    private final JobViews views;
    private final JpaDryRuns dryRuns;
    private final Clock clock;

    @Inject
    JobService(
            JobStore store,
            JobMachine machine,
            Admission admission,
            NodeSays nodeSays,
            ContractService contracts,
            QuotaService quota,
            MerchantService merchants,
            JobViews views,
            JpaDryRuns dryRuns,
            Clock clock) {
        this.store = store;
        this.machine = machine;
        this.admission = admission;
        this.nodeSays = nodeSays;
        this.contracts = contracts;
        this.quota = quota;
        this.merchants = merchants;
        this.views = views;
        this.dryRuns = dryRuns;
        this.clock = clock;
    }

    /// What the job would reveal, take and cost. Holds nothing.
    public JobPreview preview(Caller caller, JobRequest request) {
        Contract contract = ownContract(caller, request);
        Admitted admitted = admission.admitNew(contract, request);
        Quota units = quota.view(contract.id());
        List<String> warnings = new ArrayList<>();
        for (Seat seat : admitted.seats()) {
            if (!seat.node().online()) {
                warnings.add("The node " + seat.node().name() + " is not connected.");
            }
        }
        if (units.available() < 1 && !request.isDryRun()) {
            warnings.add("No unit of the contract is left.");
        }
        return new JobPreview(
                admitted.plan().disclosure(),
                admitted.plan().estimate(),
                views.nextPrice(contract),
                units,
                warnings);
    }

    /// Checks everything that can be checked at once, holds a unit and takes the job on.
    public Job start(Caller caller, JobRequest request) {
        caller.require(Role.BUYER);
        Contract contract = ownContract(caller, request);
        Admitted admitted = admission.admitNew(contract, request);
        for (Seat seat : admitted.seats()) {
            if (!seat.node().online()) {
                throw Refusal.of(
                        ErrorCode.NODE_OFFLINE,
                        "The node %s is not connected.",
                        seat.node().name());
            }
        }
        if (request.isDryRun()) {
            takeDryRun(contract);
        }
        JobRun job =
                machine.request(JobIdentity.of(JobId.next(), request, contract, clock.instant()));
        return view(caller, job);
    }

    private void takeDryRun(Contract contract) {
        if (quota.isFrozen(contract.id())) {
            throw Refusal.of(
                    ErrorCode.QUOTA_FROZEN,
                    "The exchange has stopped all use of %s.",
                    contract.id());
        }
        dryRuns.take(contract.id());
    }

    /// Stops a job whose result has not been released.
    public Job cancel(Caller caller, JobId id) {
        caller.require(Role.BUYER);
        Merchant own = merchants.requireActiveOrganisation(caller);
        JobRun job =
                store.lock(id)
                        .filter(found -> found.identity().consumer().equals(own.id()))
                        .orElseThrow(() -> notFound(id));
        return view(caller, machine.cancel(job, caller.username()));
    }

    public Job find(Caller caller, JobId id) {
        return view(caller, readable(caller, id));
    }

    /// The jobs that the caller's organisation asked for or serves; all for operator and regulator.
    public Page<Job> list(Caller caller, PageRequest page) {
        Page<JobRun> jobs =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? store.all(page)
                        : store.of(merchants.requireActiveOrganisation(caller).id(), page);
        return jobs.map(job -> view(caller, job));
    }

    /// A node's word on how far it is. Best effort: word of a foreign node or job is dropped.
    public void progress(NodeId node, JobId id, Progress progress) {
        boolean isParty =
                store.find(id)
                        .flatMap(JobRun::current)
                        .flatMap(attempt -> attempt.party(node))
                        .isPresent();
        if (isParty && Finding.isOne(progress)) {
            nodeSays.found(node, id, progress);
        } else if (isParty) {
            store.progress(id, node, progress, clock.instant());
        }
    }

    /// A party's signed report. The same one again, or a late one, changes nothing.
    public void report(NodeId node, JobId id, int attempt, String document, String signature) {
        nodeSays.report(node, id, attempt, document, signature);
    }

    /// The signed receipt of a delivered job: `{"document", "signature", "certificate"}`.
    public String receipt(Caller caller, JobId id) {
        JobRun job = readable(caller, id);
        return store.receipt(id)
                .orElseThrow(() ->
                        Refusal.of(
                                ErrorCode.STATE_CONFLICT,
                                "Only a delivered job has a receipt; this one is %s.",
                                job.state()));
    }

    private Contract ownContract(Caller caller, JobRequest request) {
        Contract contract = contracts.find(caller, request.contractId());
        Merchant own = merchants.requireActiveOrganisation(caller);
        if (!contract.consumer().equals(own.id())) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "You buy under no contract %s.", request.contractId());
        }
        return contract;
    }

    private JobRun readable(Caller caller, JobId id) {
        return store.find(id)
                .filter(job ->
                        caller.has(Role.OPERATOR, Role.REGULATOR)
                                || merchants
                                        .organisationOf(caller)
                                        .filter(own -> job.identity().concerns(own.id()))
                                        .isPresent())
                .orElseThrow(() -> notFound(id));
    }

    private Job view(Caller caller, JobRun job) {
        if (caller.has(Role.OPERATOR, Role.REGULATOR)) {
            return views.of(job, Optional.empty());
        }
        Merchant own = merchants.organisationOf(caller).orElseThrow(() -> notFound(job.id()));
        return views.of(job, Optional.of(own.id()));
    }

    private static Refusal notFound(JobId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no job %s.", id);
    }
}
