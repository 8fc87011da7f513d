package io.databourse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.algorithm.Script;
import io.databourse.algorithm.Submissions;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.json.Json;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.TaskCard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The parameters of a job: those of the consumer, by the names of the task card's schema, and
/// those that only the exchange sets, each where the schema names it. Their values are for the
/// plugin's planner.
final class TaskParameters {
    /// The contract's rules for a room, as JSON text.
    static final String RULES = "rules";

    /// The SHA-256 of the held result that this attempt lets go.
    static final String RELEASE = "release";

    /// `true` if the provider's node makes rows up.
    static final String DRY_RUN = "dryRun";

    /// The version that the consumer names, `name@version`, and what the exchange adds of it.
    static final String ALGORITHM = "algorithm";

    static final String LANGUAGE = "language";
    static final String SCRIPT = "script";
    static final String SCRIPT_HASH = "scriptHash";

    static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> OF_THE_EXCHANGE =
            Set.of(
                    Parameters.MINIMUM_RESULT_SIZE,
                    RULES,
                    RELEASE,
                    DRY_RUN,
                    LANGUAGE,
                    SCRIPT,
                    SCRIPT_HASH);

    private final JsonNode named;

    private TaskParameters(TaskCard card) {
        named = Json.tree(card.parametersSchema()).path("properties");
    }

    /// @throws Refusal if the request names a parameter that is not its to set, or says too much
    static Map<String, String> of(
            TaskCard card, JobRequest request, Contract contract, Submissions algorithms) {
        TaskParameters parameters = new TaskParameters(card);
        parameters.check(request);
        Map<String, String> all = parameters.complete(request, contract);
        String reference = request.parameters().get(ALGORITHM);
        if (runsScript(card) && reference != null) {
            Script script = algorithms.script(contract.consumer(), reference);
            all.put(LANGUAGE, script.language());
            all.put(SCRIPT, script.text());
            all.put(SCRIPT_HASH, script.sha256());
        }
        return all;
    }

    /// Whether the task works by the rules of a room.
    static boolean readsRules(TaskCard card) {
        return new TaskParameters(card).named.has(RULES);
    }

    /// Whether the task runs what is registered as an algorithm.
    static boolean runsScript(TaskCard card) {
        return new TaskParameters(card).named.has(SCRIPT_HASH);
    }

    private void check(JobRequest request) {
        List<FieldError> errors = new ArrayList<>();
        long bytes = 0;
        for (var each : request.parameters().entrySet()) {
            bytes += each.getValue().getBytes(StandardCharsets.UTF_8).length;
            if (!isForConsumers(each.getKey())) {
                errors.add(
                        new FieldError(
                                "/parameters/" + each.getKey(),
                                "is no parameter of " + request.task(),
                                "see the task's card"));
            }
        }
        if (bytes > MOST_BYTES) {
            errors.add(new FieldError("/parameters", bytes + " bytes", "at most " + MOST_BYTES));
        }
        if (request.isDryRun() && !named.has(DRY_RUN)) {
            errors.add(new FieldError("/dryRun", request.task() + " has no dry run", "false"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private boolean isForConsumers(String name) {
        return named.has(name)
                && !named.path(name).path("readOnly").asBoolean()
                && !OF_THE_EXCHANGE.contains(name);
    }

    private Map<String, String> complete(JobRequest request, Contract contract) {
        Map<String, String> all = new TreeMap<>(request.parameters());
        if (named.has(Parameters.MINIMUM_RESULT_SIZE)) {
            all.put(
                    Parameters.MINIMUM_RESULT_SIZE,
                    String.valueOf(contract.policy().minimumResultSize()));
        }
        if (named.has(RULES)) {
            contract.policy().room().ifPresent(rules -> all.put(RULES, Json.write(rules)));
        }
        if (request.isDryRun()) {
            all.put(DRY_RUN, "true");
        }
        return all;
    }
}
