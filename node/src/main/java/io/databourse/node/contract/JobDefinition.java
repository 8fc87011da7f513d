package io.databourse.node.contract;

import io.databourse.node.Json;
import io.databourse.plugin.PartyContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all parties of a job agree on; each accepts the exact text by its signature.
///
/// @param task `plugin/name`, such as `mpc/psi`
public record JobDefinition(
        String jobId,
        int attempt,
        String contractId,
        String contractHash,
        String task,
        PluginVersion plugin,
        String purpose,
        Map<String, String> parameters,
        int minimumResultSize,
        List<Party> parties,
        Instant deadline) {
    private static final String TYPE = "databourse/job/1";

    /// Parameters that the node understands too, whichever plugin they are for.
    static final String DRY_RUN = "dryRun";

    static final String RELEASE = "release";
    static final String SCRIPT = "script";
    static final String SCRIPT_HASH = "scriptHash";

    /// The rules of the contract and the owner's own, for the owner's program alone.
    public static final String RULES = "rules";

    public static final String OWNER_RULES = "ownerRules";

    /// What the rows were chosen by, for the owner's program alone.
    public static final String CONDITIONS = "conditions";

    public JobDefinition {
        parameters = Map.copyOf(parameters);
        parties = List.copyOf(parties);
    }

    /// The exact build of the plugin that every party runs.
    ///
    /// @param sha256 of the zip, in hex
    public record PluginVersion(String id, String version, String sha256) {}

    /// One party of the job.
    ///
    /// @param id short, such as `p1`
    /// @param role a role of the task's card
    /// @param endpoint `host:port`
    /// @param sectionHash of the part that only this party sees; absent for a party without data
    public record Party(
            String id,
            String role,
            String nodeId,
            String endpoint,
            String channelFingerprint,
            Optional<String> sectionHash,
            boolean receivesResult) {

        public PartyContext.Party forPrograms() {
            return new PartyContext.Party(id, role, receivesResult);
        }
    }

    /// Reads the exact text.
    ///
    /// @throws IllegalArgumentException if it is not a job definition
    public static JobDefinition parse(String definition) {
        var json = Json.parse(definition, "definition");
        if (!json.text("type").equals(TYPE)) {
            throw new IllegalArgumentException("definition.type is not " + TYPE);
        }
        var plugin = json.child("plugin");
        return new JobDefinition(
                json.text("jobId"),
                json.count("attempt"),
                json.text("contractId"),
                json.text("contractHash"),
                json.text("task"),
                new PluginVersion(
                        plugin.text("id"), plugin.text("version"), bare(plugin.text("sha256"))),
                json.text("purpose"),
                json.map("parameters"),
                json.count("minimumResultSize"),
                json.list("parties", JobDefinition::party),
                ContractDocument.time(json, "deadline"));
    }

    private static Party party(Json json) {
        return new Party(
                json.text("party"),
                json.text("role"),
                json.text("nodeId"),
                json.text("endpoint"),
                json.text("channelFingerprint"),
                json.find("sectionHash"),
                json.flag("receivesResult"));
    }

    private static String bare(String sha256) {
        return sha256.startsWith("sha256:") ? sha256.substring("sha256:".length()) : sha256;
    }

    public Optional<Party> partyOf(String nodeId) {
        return parties.stream().filter(each -> each.nodeId().equals(nodeId)).findFirst();
    }

    /// Whether the job tries made-up rows and no source is opened.
    public boolean isDryRun() {
        return parameters.getOrDefault(DRY_RUN, "false").equals("true");
    }

    /// The output that reviewers released and that this run hands over.
    public Optional<String> release() {
        return Optional.ofNullable(parameters.get(RELEASE));
    }

    /// The task's name as the plugin knows it.
    public String taskName() {
        return task.substring(task.indexOf('/') + 1);
    }
}
