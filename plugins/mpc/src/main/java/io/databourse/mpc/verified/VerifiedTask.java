package io.databourse.mpc.verified;

import io.databourse.mpc.MpcTask;
import io.databourse.mpc.ProxyEstimate;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TagLength;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.TaskRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/// `mpc/psi-verified`.
public final class VerifiedTask {
    public static final MpcTask TASK =
            new MpcTask(
                    VerifiedCard.card(),
                    Planting.PARAMETERS,
                    Map.of(
                            PsiCard.DATA, PsiOutcomes.of(VerifiedOwner::run),
                            PsiCard.COMPUTE, PsiOutcomes.of(VerifiedNode::run)),
                    VerifiedTask::estimate);

    private static final long MEMORY_BYTES = 256L << 20;

    /// Keys, sizes and verdicts, with the headers of the messages.
    private static final long ONCE = 4096;

    private static final long TAGS_PER_SECOND = 400_000;

    /// Own tags and rows.
    private static final long WORKSPACE_BYTES_PER_ROW = 51;

    /// A sorted record, and what it stands for.
    private static final long WORKSPACE_BYTES_PER_TAG = 32;

    private VerifiedTask() {}

    private static Estimate estimate(TaskRequest request) {
        var planting = Planting.of(request.parameters());
        var parties = new ArrayList<Estimate.PartyEstimate>();
        long total = 0;
        for (var participant : request.inRole(PsiCard.DATA)) {
            total += planting.tags(ProxyEstimate.rows(participant), Planting.AT_RECEIVER);
        }
        for (var participant : request.participants()) {
            boolean data = participant.party().role().equals(PsiCard.DATA);
            long rows = ProxyEstimate.rows(participant);
            long tags = planting.tags(rows, Planting.AT_RECEIVER);
            long payload = data ? tags * TagLength.MOST : 2 * total;
            parties.add(
                    new Estimate.PartyEstimate(
                            participant.party().id(),
                            payload + payload / 1024 + ONCE,
                            MEMORY_BYTES,
                            data
                                    ? rows * WORKSPACE_BYTES_PER_ROW
                                            + tags * WORKSPACE_BYTES_PER_TAG
                                    : 2 * total));
        }
        return new Estimate(1, Duration.ofSeconds(5 + total / TAGS_PER_SECOND), parties);
    }
}
