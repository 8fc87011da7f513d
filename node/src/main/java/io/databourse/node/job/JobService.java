package io.databourse.node.job;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import io.databourse.node.Answer;
import io.databourse.node.Folders;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.NodeFailure;
import io.databourse.node.contract.ContractCheck;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.Verdict;
import io.databourse.plugin.Outcome.Blame;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The jobs of this node, from the exchange's first instruction to its last. Each method may be
/// called again with the same instruction, also after a restart.
public final class JobService {
    private static final Logger LOG = System.getLogger(JobService.class.getName());

    private final NodeConfig config;
    private final FactFinder facts;
    private final Children children;
    private final PeerNetwork network;
    private final RunPlans plans;
    private final RunEnds ends;
    private final Delivery delivery;
    private final KeptRuns kept;
    private final Path folder;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    /// One attempt in memory.
    ///
    /// @param request absent after a restart
    private record Attempt(JobFile file, Optional<JobRequest> request, Optional<JobRun> run) {
        Attempt with(JobFile next) {
            return new Attempt(next, request, run);
        }
    }

    public JobService(
            NodeConfig config,
            FactFinder facts,
            Children children,
            PeerNetwork network,
            JobReports reports)
            throws IOException {
        this.config = config;
        this.facts = facts;
        this.children = children;
        this.network = network;
        var marks = new RecipientMarks(config.stateFolder());
        var inputs = new JobInputs(config, facts, marks);
        this.kept = new KeptRuns(config.workFolder(), facts.clock());
        this.plans = new RunPlans(config, facts, inputs, kept, reports);
        this.ends =
                new RunEnds(
                        facts, new DryRuns(facts), new HeldOutputs(config, facts, marks), reports);
        this.delivery = new Delivery(config, facts);
        this.folder = config.stateFolder().resolve("jobs");
        PrivateFile.createDirectories(folder);
        PrivateFile.createDirectories(config.workFolder());
    }

    /// Ends what an earlier process of this node left behind: it is reported as failed, once, and
    /// its workspace is deleted, but for what the next attempt can use. A result that waits for its
    /// delivery is kept.
    public void recover() throws IOException {
        for (var file : JobFile.all(folder)) {
            if (file.phase() == JobPhase.PREPARED || file.phase() == JobPhase.RUNNING) {
                kept.keep(file.jobId(), workspace(file));
                Folders.delete(workspace(file));
                // Nobody was told of what it held.
                facts.reviews().quarantine().discard(file.jobId(), file.attempt());
                var restarted =
                        new NodeFailure("NODE_RESTARTED", Blame.RESOURCES, "node restarted");
                ends.report(
                        file,
                        RunEnd.without(RunOutcome.of(restarted, new RunOutcome.Traffic(0, 0, 0))));
                var ended = file.in(JobPhase.ENDED);
                ended.write(folder);
                put(new Attempt(ended, Optional.empty(), Optional.empty()));
            } else {
                put(new Attempt(file, Optional.empty(), Optional.empty()));
            }
        }
        try (var left = Files.list(config.workFolder())) {
            for (var workspace : left.toList()) {
                var name = workspace.getFileName().toString();
                if (!attempts.containsKey(name) && !name.equals(KeptRuns.FOLDER)) {
                    Folders.delete(workspace);
                }
            }
        }
    }

    /// PREPARE_JOB: checks by itself whether to take part, and accepts by signing the definition.
    public Answer prepare(JobRequest request) throws IOException {
        if (!request.jobId().matches("[A-Za-z0-9_.-]{1,80}") || request.jobId().startsWith(".")) {
            return Answer.refused("DEFINITION_INVALID", "not a job's id");
        }
        var verdict = ContractCheck.job(request, facts.forJob(request));
        if (verdict instanceof Verdict.Refused(var code, var reason)) {
            LOG.log(Level.WARNING, "refused {0}: {1} {2}", request.jobId(), code, reason);
            return Answer.refused(code.name(), reason);
        }
        var definition = JobDefinition.parse(request.definition());
        var self = definition.partyOf(facts.nodeId()).orElseThrow();
        var file =
                new JobFile(
                        request.jobId(),
                        request.attempt(),
                        definition.contractId(),
                        self.id(),
                        JobPhase.PREPARED,
                        Optional.empty());
        var known = attempts.get(file.key());
        if (known == null || known.file().phase() == JobPhase.PREPARED) {
            file.write(folder);
            put(new Attempt(file, Optional.of(request), Optional.empty()));
        }
        return Answer.done(
                Json.object()
                        .put("definitionHash", Digest.sm3(request.definition()).toString())
                        .put(
                                "acceptance",
                                facts.keys().signer().signDocument(request.definition())));
    }

    /// START_JOB: answers when the run has begun; its end is a report.
    public Answer start(String jobId, int attempt) throws IOException {
        var key = JobFile.key(jobId, attempt);
        synchronized (this) {
            var known = attempts.get(key);
            if (known == null) {
                return Answer.failed("JOB_UNKNOWN", "this attempt was not prepared here");
            }
            switch (known.file().phase()) {
                case RUNNING -> {
                    return Answer.done();
                }
                case ENDED, DELIVERED -> {
                    return known.request().isPresent()
                            ? Answer.done()
                            : Answer.failed("NODE_RESTARTED", "node restarted");
                }
                case PREPARED -> begin(known);
            }
        }
        return Answer.done();
    }

    private void begin(Attempt prepared) throws IOException {
        var request = prepared.request().orElseThrow();
        if (!JobDefinition.parse(request.definition()).isDryRun()) {
            facts.runs()
                    .add(
                            prepared.file().contractId(),
                            prepared.file().jobId(),
                            facts.clock().instant());
        }
        var running = prepared.file().in(JobPhase.RUNNING);
        Folders.delete(workspace(running));
        Files.createDirectories(workspace(running));
        running.write(folder);
        var run = new JobRun(plans.plan(running, request, workspace(running)), children, network);
        put(new Attempt(running, prepared.request(), Optional.of(run)));
        Thread.ofPlatform().name("job-" + running.key()).start(() -> finish(running, request, run));
    }

    private void finish(JobFile file, JobRequest request, JobRun run) {
        try {
            var end = ends.end(file, request, run.run(), workspace(file));
            if (end.result().isEmpty()) {
                // Also of a party that is done, for another may not be.
                if (end.outcome().kind() != RunOutcome.Kind.REFUSED) {
                    kept.keep(file.jobId(), workspace(file));
                }
                Folders.delete(workspace(file));
            }
            var ended = end.result().map(file::with).orElse(file).in(JobPhase.ENDED);
            synchronized (this) {
                if (attempts.containsKey(file.key())) {
                    // The report is durable first: a crash in between reports twice, never not.
                    ends.report(file, end);
                    ended.write(folder);
                    put(new Attempt(ended, Optional.of(request), Optional.empty()));
                } else if (end.held().isPresent()) {
                    facts.reviews().quarantine().discard(file.jobId(), file.attempt());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "the end of job " + file.key() + " could not be recorded", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        expectJobs();
    }

    /// Has processes wait for the next jobs of those plugins for which the owner wants it.
    public void expectJobs() {
        for (var id : config.limits().waiting()) {
            try {
                var plugin = facts.plugins().find(id);
                if (plugin.isPresent()) {
                    var path = facts.plugins().classPath(plugin.get());
                    children.prepare(path, facts.plugins().needs(plugin.get()));
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "no process waits for {0}: {1}", id, e.getMessage());
            }
        }
    }

    /// ABORT_JOB: kills the run, deletes everything of it, but for what the next attempt can use,
    /// for there may be one, and gives the run back to the contract, for nobody pays for it.
    public Answer abort(String jobId, int attempt, String reason, Optional<String> contractId)
            throws IOException {
        var known = attempts.get(JobFile.key(jobId, attempt));
        if (known != null) {
            known.run()
                    .ifPresent(
                            run -> run.cancel(new NodeFailure("CANCELLED", Blame.CALLER, reason)));
            kept.keep(jobId, workspace(known.file()));
        }
        if (contractId.isPresent()
                && (known == null || known.file().phase() != JobPhase.DELIVERED)) {
            facts.runs().callOff(contractId.get(), jobId);
        }
        return drop(jobId, attempt);
    }

    /// FINISH_JOB: deletes everything of the attempt but a delivered result.
    public Answer finishJob(String jobId, int attempt) throws IOException {
        kept.discard(jobId);
        return drop(jobId, attempt);
    }

    private Answer drop(String jobId, int attempt) throws IOException {
        JobRun left = null;
        synchronized (this) {
            var known = attempts.remove(JobFile.key(jobId, attempt));
            if (known != null) {
                left = known.run().orElse(null);
                known.file().delete(folder);
                Folders.delete(workspace(known.file()));
            }
        }
        if (left != null) {
            left.kill();
        }
        return Answer.done();
    }

    /// DELIVER_RESULT: the exchange says that the result is paid for, so it comes out.
    public synchronized Answer deliver(String jobId, int attempt) throws IOException {
        var known = attempts.get(JobFile.key(jobId, attempt));
        if (known == null || known.file().result().isEmpty()) {
            return Answer.failed("RESULT_UNKNOWN", "no result of this attempt is withheld here");
        }
        var file = known.file();
        var result = file.result().get();
        if (file.phase() != JobPhase.DELIVERED) {
            delivery.deliver(file, result, workspace(file));
            var delivered = file.in(JobPhase.DELIVERED);
            delivered.write(folder);
            put(known.with(delivered));
        }
        return delivery.answer(file, result);
    }

    /// The attempts that run now.
    public List<String> running() {
        return attempts.values().stream()
                .filter(attempt -> attempt.file().phase() == JobPhase.RUNNING)
                .map(attempt -> attempt.file().key())
                .sorted()
                .toList();
    }

    /// Kills all children, when the node ends.
    public void stop() {
        children.close();
        attempts.values().forEach(attempt -> attempt.run().ifPresent(JobRun::kill));
    }

    private void put(Attempt attempt) {
        attempts.put(attempt.file().key(), attempt);
    }

    private Path workspace(JobFile file) {
        return config.workFolder().resolve(file.key());
    }
}
