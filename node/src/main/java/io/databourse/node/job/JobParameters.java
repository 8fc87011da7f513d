package io.databourse.node.job;

import io.databourse.node.Json;
import io.databourse.node.contract.ContractDocument;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.contract.Section;
import io.databourse.plugin.Parameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters that the program of a run gets.
record JobParameters(FactFinder facts) {
    /// Rules come from the contract that was signed and from the owner's own file, whatever the
    /// definition says.
    Map<String, String> of(JobRequest request, JobDefinition definition) {
        var parameters = new HashMap<>(definition.parameters());
        parameters.put(
                Parameters.MINIMUM_RESULT_SIZE, Integer.toString(definition.minimumResultSize()));
        parameters.keySet().removeIf(JobParameters::isForTheOwnersProgram);
        var contract = ContractDocument.parse(request.contract().document());
        contract.policy().room().ifPresent(rules -> parameters.put(JobDefinition.RULES, rules));
        if (contract.dataset().nodeId().equals(facts.nodeId())) {
            room(contract.dataset().source())
                    .ifPresent(own -> parameters.put(JobDefinition.OWNER_RULES, own.rules()));
            for (var table : contract.tables()) {
                room(table.source())
                        .ifPresent(own ->
                                parameters.put(
                                        JobDefinition.OWNER_RULES + "/" + table.name(),
                                        own.rules()));
            }
            if (contract.policy().room().isPresent()) {
                conditions(request)
                        .ifPresent(text -> parameters.put(JobDefinition.CONDITIONS, text));
            }
        }
        return parameters;
    }

    private static boolean isForTheOwnersProgram(String parameter) {
        return parameter.equals(JobDefinition.RULES)
                || parameter.equals(JobDefinition.OWNER_RULES)
                || parameter.startsWith(JobDefinition.OWNER_RULES + "/")
                || parameter.equals(JobDefinition.CONDITIONS);
    }

    /// As JSON, if there are any.
    private static Optional<String> conditions(JobRequest request) {
        return request.section()
                .map(text -> Section.parse(text).selection().conditions())
                .filter(conditions -> !conditions.isEmpty())
                .map(conditions -> Json.write(Json.tree(conditions)));
    }

    private Optional<ReleasePolicy.RoomTerms> room(String source) {
        return Optional.ofNullable(facts.config().releases().get(source))
                .flatMap(ReleasePolicy::room);
    }
}
