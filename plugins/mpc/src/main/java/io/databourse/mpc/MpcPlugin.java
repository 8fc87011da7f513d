package io.databourse.mpc;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.util.List;
import org.pf4j.Extension;

/// The plugin `mpc`: private set intersection by way of a neutral node (`psi`) and between two
/// (`psi-distributed`).
@Extension
public final class MpcPlugin implements ComputePlugin {

    @Override
    public PluginCard card() {
        return new PluginCard(
                "mpc",
                "0.1.0",
                new Text("数据交易所", "Databourse"),
                new Text("多方安全计算", "Secure multi-party computation"),
                List.of(PsiCard.card(), DistributedCard.card()));
    }

    @Override
    public Plan plan(TaskRequest request) {
        return PsiPlanner.plan(request);
    }

    @Override
    public PartyProgram program(String task, String role) {
        return switch (task + "/" + role) {
            case PsiCard.TASK + "/" + PsiCard.DATA -> PsiOutcomes.of(PsiOwner::run);
            case PsiCard.TASK + "/" + PsiCard.COMPUTE -> PsiOutcomes.of(PsiComputeNode::run);
            case DistributedCard.TASK + "/" + PsiCard.DATA -> PsiOutcomes.of(DistributedPsi::run);
            default ->
                    throw new IllegalArgumentException(
                            "no such task or role: " + task + " " + role);
        };
    }
}
