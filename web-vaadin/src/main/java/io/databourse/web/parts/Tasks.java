package io.databourse.web.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.dispatch.PluginCatalog;
import io.databourse.dispatch.ResultColumns;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskCard;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tasks of the plugins, by the name that contracts use: `mpc/psi`.
@Dependent
public class Tasks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<PluginCard> plugins;
    private final Map<String, TaskCard> sold;

    @Inject
    Tasks(PluginCatalog catalog) {
        plugins = catalog.cards();
        sold = catalog.sold();
    }

    /// The tasks that can be bought, in the order of their names.
    public Map<String, TaskCard> sold() {
        return sold;
    }

    public List<PluginCard> plugins() {
        return plugins;
    }

    public Map<String, TaskCard> all() {
        return plugins.stream()
                .flatMap(plugin ->
                        plugin.tasks().stream()
                                .map(task -> Map.entry(plugin.id() + "/" + task.name(), task)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<TaskCard> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /// Whether the result is one row about all that match.
    public boolean isSummed(String name) {
        return find(name).filter(ResultColumns::areSummed).isPresent();
    }

    /// Whether the task works by the rules of a room.
    public boolean readsRules(String name) {
        return find(name).filter(card -> properties(card).has("rules")).isPresent();
    }

    /// What the task's card leaves to people.
    public List<TaskParameter> parameters(String name) {
        return find(name).map(Tasks::properties).stream()
                .flatMap(properties -> properties.properties().stream())
                .filter(each -> !each.getValue().path("readOnly").asBoolean())
                .map(each -> TaskParameter.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static JsonNode properties(TaskCard card) {
        try {
            return JSON.readTree(card.parametersSchema()).path("properties");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the card of " + card.name(), e);
        }
    }

    /// The task's title in the language of the page; its name if the plugin is gone.
    public String title(String name) {
        return find(name).map(card -> Texts.of(card.title())).orElse(name);
    }

    public String titles(List<String> names) {
        return Texts.list(names.stream().map(this::title).toList());
    }
}
