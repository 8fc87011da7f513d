package io.databourse.dispatch;

import io.databourse.call.FieldError;
import io.databourse.catalog.TaskCheck;
import io.databourse.catalog.UsageTerms;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.TaskRequest;
import io.databourse.registration.DataProduct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the planners whether there is any job that a buyer could have run on a listing's terms, so
/// that nobody pays for a task that can only be refused. Tasks that work by the rules of a room are
/// [PlannedRoomCheck]'s.
@ApplicationScoped
class PlannedTaskCheck implements TaskCheck {
    /// No column of the provider's is named so.
    private static final String OWN = "the consumer's own";

    private final PluginCatalog plugins;

    @Inject
    PlannedTaskCheck(PluginCatalog plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<FieldError> check(UsageTerms terms, DataProduct product) {
        List<FieldError> errors = new ArrayList<>();
        for (String task : terms.tasks()) {
            Optional<TaskCard> card = plugins.task(task);
            if (card.isEmpty()) {
                errors.add(error(task, "the exchange has no such task"));
            } else if (!Seating.fits(card.get())) {
                errors.add(error(task, "a contract has one provider and one consumer"));
            } else if (terms.mayGiveResultToBoth() && !Seating.canGiveToBoth(card.get())) {
                errors.add(
                        error(
                                task,
                                "its result cannot go to the provider as well, and the terms have"
                                        + " providerColumns"));
            } else if (!TaskParameters.readsRules(card.get())) {
                errors.addAll(planned(task, card.get(), terms, product, false));
                if (terms.mayGiveResultToBoth()) {
                    errors.addAll(planned(task, card.get(), terms, product, true));
                }
            }
        }
        return errors;
    }

    private List<FieldError> planned(
            String task, TaskCard card, UsageTerms terms, DataProduct product, boolean both) {
        Plan plan =
                plugins.plan(
                        task.substring(0, task.indexOf('/')),
                        new TaskRequest(
                                card.name(),
                                Parameters.none(),
                                seated(card, terms, product, both)));
        return plan instanceof Plan.Refused(var problems)
                ? problems.stream()
                        .map(each ->
                                error(
                                        task + " " + each.subject(),
                                        each.message().zh() + " / " + each.message().en()))
                        .toList()
                : List.of();
    }

    private static List<TaskRequest.Participant> seated(
            TaskCard card, UsageTerms terms, DataProduct product, boolean both) {
        Schema schema = DatasetCards.of(product, Map.of()).schema();
        List<String> join = join(card, terms, schema);
        DatasetCard provider =
                DatasetCards.of(
                        product,
                        Map.of(
                                ColumnUse.JOIN,
                                join,
                                ColumnUse.RESULT,
                                both
                                        ? terms.providerColumns()
                                        : ResultColumns.ofProvider(card)
                                                .map(use ->
                                                        some(use, terms.resultColumns(), schema))
                                                .orElse(List.of())));
        return Seating.parties(card, both).stream()
                .map(party ->
                        new TaskRequest.Participant(
                                party,
                                switch (party.id()) {
                                    case Seating.PROVIDER -> Map.of(PartyContext.INPUT, provider);
                                    case Seating.CONSUMER -> consumer(card, join, schema, product);
                                    default -> Map.<String, DatasetCard>of();
                                }))
                .toList();
    }

    /// As like the provider as can be, with a column to itself.
    private static Map<String, DatasetCard> consumer(
            TaskCard card, List<String> join, Schema schema, DataProduct product) {
        if (Seating.onlyReceives(card)) {
            return Map.of();
        }
        List<Schema.Column> columns = new ArrayList<>(schema.select(join).columns());
        columns.add(new Schema.Column(OWN, Schema.Type.STRING, true));
        return Map.of(
                PartyContext.INPUT,
                new DatasetCard(
                        new Schema(columns),
                        product.rowCount(),
                        Map.of(
                                ColumnUse.JOIN,
                                join,
                                ColumnUse.RESULT,
                                ResultColumns.areConsumers(card) ? List.of(OWN) : List.of())));
    }

    private static List<String> join(TaskCard card, UsageTerms terms, Schema schema) {
        return card.roles().stream()
                .flatMap(role -> role.columns().stream())
                .filter(use -> use.use().equals(ColumnUse.JOIN))
                .findFirst()
                .map(use -> some(use, terms.joinColumns(), schema))
                .orElse(List.of());
    }

    /// One job need not use all that the terms allow.
    private static List<String> some(ColumnUse use, List<String> allowed, Schema schema) {
        return ResultColumns.fitting(use, allowed, schema).stream()
                .distinct()
                .limit(use.maximum())
                .toList();
    }

    private static FieldError error(String subject, String problem) {
        return new FieldError("/terms/tasks", subject + ": " + problem, "see the task's card");
    }
}
