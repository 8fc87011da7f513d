package io.databourse.sandbox;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.util.List;
import org.pf4j.Extension;

/// The plugin `sandbox`: governed questions (`query`) and free code (`script`).
@Extension
public final class SandboxPlugin implements ComputePlugin {

    @Override
    public PluginCard card() {
        return new PluginCard(
                "sandbox",
                "0.1.0",
                new Text("数据交易所", "Databourse"),
                new Text("数据沙箱", "Data sandbox"),
                List.of(QueryCard.card(), ScriptCard.card()));
    }

    @Override
    public Plan plan(TaskRequest request) {
        return SandboxPlanner.plan(request);
    }

    @Override
    public PartyProgram program(String task, String role) {
        return switch (task + "/" + role) {
            case Names.QUERY + "/" + Names.DATA -> Release.orElse(QueryOwner::run);
            case Names.SCRIPT + "/" + Names.DATA -> Release.orElse(ScriptOwner::run);
            case Names.QUERY + "/" + Names.RESULT, Names.SCRIPT + "/" + Names.RESULT ->
                    Parcel::receive;
            default ->
                    throw new IllegalArgumentException(
                            "no such task or role: " + task + " " + role);
        };
    }
}
