package io.databourse.node.child;

import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a child runs. Everything in it is this party's own or known to all parties.
///
/// @param runId the job and attempt, equal at every party
/// @param workspace the only folder that the child uses
/// @param pluginPath folders and jars of the plugin
/// @param self the id of this party, one of `parties`
/// @param released files that this party's reviewers let out, to be handed over in this run
public record JobSpec(
        String runId,
        String task,
        String self,
        Path workspace,
        List<Path> pluginPath,
        List<Party> parties,
        Map<String, String> parameters,
        List<Input> inputs,
        List<HeldOutput.Released> released) {
    public JobSpec {
        released = List.copyOf(released);
        pluginPath = List.copyOf(pluginPath);
        parties = List.copyOf(parties);
        parameters = Map.copyOf(parameters);
        inputs = List.copyOf(inputs);
    }

    /// A table in the workspace, see [ChunkWriter].
    ///
    /// @param uses the columns that the job names, by use
    public record Input(
            String name, Path file, Schema schema, long rows, Map<String, List<String>> uses) {}

    Party party() {
        return parties.stream().filter(each -> each.id().equals(self)).findFirst().orElseThrow();
    }
}
