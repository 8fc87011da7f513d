package io.databourse.mpc;

import io.databourse.mpc.cardinality.CardinalityTasks;
import io.databourse.mpc.ecdh.EcdhTask;
import io.databourse.mpc.join.JoinTasks;
import io.databourse.mpc.many.ManyTask;
import io.databourse.mpc.rehearsal.Rehearsal;
import io.databourse.mpc.sum.SumTasks;
import io.databourse.mpc.verified.VerifiedTask;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;

/// The plugin `mpc`: private set intersection and what is made of it, by way of a neutral node and
/// between two.
@Extension
public final class MpcPlugin implements ComputePlugin {
    private static final MpcTask PSI =
            new MpcTask(
                    PsiCard.card(),
                    PsiCard.PARAMETERS,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(PsiOwner::run),
                            PsiCard.COMPUTE, PsiOutcomes.of(PsiComputeNode::run)),
                    ProxyEstimate.TAGS::of);
    private static final MpcTask DISTRIBUTED =
            new MpcTask(
                    DistributedCard.card(),
                    PsiCard.PARAMETERS,
                    Map.of(PsiCard.DATA, PsiOutcomes.of(DistributedPsi::run)),
                    DistributedEstimate.OUTPUTS::of);
    private static final List<MpcTask> TASKS =
            List.of(
                    PSI,
                    DISTRIBUTED,
                    CardinalityTasks.PROXY,
                    CardinalityTasks.DISTRIBUTED,
                    JoinTasks.PROXY,
                    JoinTasks.DISTRIBUTED,
                    SumTasks.PROXY,
                    SumTasks.DISTRIBUTED,
                    VerifiedTask.TASK,
                    EcdhTask.TASK,
                    ManyTask.TASK);

    /// Twice, for what the first round finds compiled in part it uses to the full only in the
    /// second; and then some times with few rows, for what a job does once or once a bucket.
    private static final List<Long> REHEARSED_ROWS =
            List.of(1L << 17, 1L << 17, 1L << 12, 1L << 12, 1L << 12, 1L << 12);

    /// A rehearsal has several buckets, as a job has that takes a second: with one bucket the
    /// compiler would take it for granted that there is no next one, and begin again in the job.
    private static final PartyProgram MANY_BUCKETS =
            PsiOutcomes.of(context ->
                    DistributedPsi.run(
                            context,
                            (receiver, other) -> Buckets.of(receiver, other, 1L << 15, 1L << 15)));

    @Override
    public PluginCard card() {
        return new PluginCard(
                "mpc",
                "0.1.0",
                new Text("数据交易所", "Databourse"),
                new Text("多方安全计算", "Secure multi-party computation"),
                TASKS.stream().map(MpcTask::card).toList());
    }

    @Override
    public Plan plan(TaskRequest request) {
        return task(request.task())
                .map(task -> PsiPlanner.plan(request, task))
                .orElseGet(PsiPlanner::unknownTask);
    }

    @Override
    public PartyProgram program(String task, String role) {
        return task(task)
                .flatMap(found -> Optional.ofNullable(found.programs().get(role)))
                .orElseThrow(() ->
                        new IllegalArgumentException("no such task or role: " + task + " " + role));
    }

    /// The kernels of the two forms are those of most tasks.
    @Override
    public void rehearse(Path folder) throws InterruptedException, IOException {
        for (long rows : REHEARSED_ROWS) {
            for (var task : List.of(PSI, DISTRIBUTED)) {
                Rehearsal.run(this::rehearsed, task.card().name(), rows, folder, (_, _, _) -> {});
            }
        }
    }

    private PartyProgram rehearsed(String task, String role) {
        return task.equals(DISTRIBUTED.card().name()) ? MANY_BUCKETS : program(task, role);
    }

    private static Optional<MpcTask> task(String name) {
        return TASKS.stream().filter(task -> task.card().name().equals(name)).findFirst();
    }
}
