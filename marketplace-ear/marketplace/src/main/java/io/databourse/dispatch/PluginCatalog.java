package io.databourse.dispatch;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The plugins that the exchange offers: their cards and planners. Nothing is computed here; a
/// plugin's programs run at the nodes.
@ApplicationScoped
public class PluginCatalog {
    private final PluginHost host;

    public PluginCatalog() {
        this(PluginHost.ofSystemProperty());
    }

    PluginCatalog(PluginHost host) {
        this.host = host;
    }

    public List<PluginCard> cards() {
        return host.plugins().stream().map(ComputePlugin::card).toList();
    }

    public List<OfferedPlugin> offers() {
        return host.offers();
    }

    Optional<OfferedPlugin> offer(String plugin) {
        return offers().stream().filter(each -> each.id().equals(plugin)).findFirst();
    }

    /// @throws IllegalArgumentException if there is no such plugin
    Plan plan(String plugin, TaskRequest request) {
        return host.plugins().stream()
                .filter(each -> each.card().id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such plugin: " + plugin))
                .plan(request);
    }

    /// What the task's card says that it reveals.
    Optional<Disclosure> disclosure(String task) {
        return task(task).map(TaskCard::disclosure);
    }

    /// @param task plugin and task, such as `mpc/psi`
    Optional<TaskCard> task(String task) {
        return cards().stream()
                .filter(card -> task.startsWith(card.id() + "/"))
                .flatMap(card -> card.task(task.substring(card.id().length() + 1)).stream())
                .findFirst();
    }

    /// The tasks that can be bought, by the name that contracts use: what needs more parties than a
    /// contract has is not among them.
    public Map<String, TaskCard> sold() {
        Map<String, TaskCard> sold = new TreeMap<>();
        for (PluginCard plugin : cards()) {
            plugin.tasks().stream()
                    .filter(Seating::fits)
                    .forEach(card -> sold.put(plugin.id() + "/" + card.name(), card));
        }
        return sold;
    }

    @PreDestroy
    void close() {
        host.close();
    }
}
