package io.databourse.dispatch;

import io.databourse.call.FieldError;
import io.databourse.catalog.RoomCheck;
import io.databourse.catalog.UsageTerms;
import io.databourse.json.Json;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks the planners of the offered tasks, as they will be asked for each job.
@ApplicationScoped
class PlannedRoomCheck implements RoomCheck {
    private static final String POINTER = "/terms/room";

    private final PluginCatalog plugins;
    private final ProductService products;

    @Inject
    PlannedRoomCheck(PluginCatalog plugins, ProductService products) {
        this.plugins = plugins;
        this.products = products;
    }

    @Override
    public List<FieldError> check(UsageTerms terms, DataProduct product) {
        List<String> ruled = terms.tasks().stream().filter(this::readsRules).toList();
        if (terms.room().isEmpty() || ruled.isEmpty()) {
            return terms.room().isEmpty() == ruled.isEmpty()
                    ? List.of()
                    : List.of(unfit(terms.tasks().toString(), ruled.isEmpty()));
        }
        List<FieldError> errors = new ArrayList<>();
        for (String task : ruled) {
            String plugin = task.substring(0, task.indexOf('/'));
            if (plugins.plan(plugin, request(task, terms, product))
                    instanceof Plan.Refused(var problems)) {
                problems.stream()
                        .filter(each -> each.subject().startsWith(TaskParameters.RULES))
                        .map(PlannedRoomCheck::error)
                        .forEach(errors::add);
            }
        }
        return errors;
    }

    private boolean readsRules(String task) {
        return plugins.task(task).filter(TaskParameters::readsRules).isPresent();
    }

    private static FieldError unfit(String tasks, boolean superfluous) {
        return superfluous
                ? new FieldError(POINTER, "no task of " + tasks + " reads rules", "absent")
                : new FieldError(POINTER, "is missing", "rules, as " + tasks + " reads them");
    }

    private TaskRequest request(String task, UsageTerms terms, DataProduct product) {
        DatasetCard card =
                DatasetCards.of(
                        product,
                        Map.of(
                                ColumnUse.JOIN,
                                terms.joinColumns(),
                                ColumnUse.RESULT,
                                terms.resultColumns()));
        Map<String, DatasetCard> inputs =
                new HashMap<>(DatasetCards.tables(terms.room(), products));
        inputs.put(PartyContext.INPUT, card);
        TaskCard asked = plugins.task(task).orElseThrow();
        return new TaskRequest(
                asked.name(),
                new Parameters(
                        Map.of(TaskParameters.RULES, Json.write(terms.room().orElseThrow()))),
                List.of(
                        new TaskRequest.Participant(
                                new PartyContext.Party("p1", "RESULT", true), Map.of()),
                        new TaskRequest.Participant(
                                new PartyContext.Party("p2", "DATA", false), inputs)));
    }

    private static FieldError error(Plan.Problem problem) {
        return new FieldError(POINTER, problem.message().zh() + " / " + problem.message().en(), "");
    }
}
