package io.databourse.node.job;

import io.databourse.node.Json;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import java.util.TreeMap;

/// What the attempts of one job have in common, at this node.
final class JobWork {
    private JobWork() {}

    static String of(JobRequest request) {
        var definition = JobDefinition.parse(request.definition());
        var json =
                Json.object()
                        .put("contract", definition.contractHash())
                        .put("task", definition.task())
                        .put("plugin", definition.plugin().sha256())
                        .put("minimumResultSize", definition.minimumResultSize())
                        .put("section", request.section().orElse(""));
        var parameters = json.putObject("parameters");
        new TreeMap<>(definition.parameters()).forEach(parameters::put);
        var parties = json.putArray("parties");
        for (var party : definition.parties()) {
            parties.addObject()
                    .put("party", party.id())
                    .put("role", party.role())
                    .put("node", party.nodeId())
                    .put("channel", party.channelFingerprint())
                    .put("receivesResult", party.receivesResult());
        }
        return Json.write(json);
    }
}
