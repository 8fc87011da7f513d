package io.databourse.plugin;

import java.util.List;
import java.util.Optional;

/// Who made a plugin and what it can do.
///
/// @param id the PF4J plugin id, such as `mpc`
/// @param version the semantic version, such as `0.1.0`
/// @param technique the family, such as secure multi-party computation, 多方安全计算
/// @param tasks at least one, each with its own name
public record PluginCard(
        String id, String version, Text vendor, Text technique, List<TaskCard> tasks) {
    public PluginCard {
        if (!id.matches("[a-z][a-z0-9-]*") || !version.matches("\\d+\\.\\d+\\.\\d+(-\\w+)?")) {
            throw new IllegalArgumentException(
                    "not a plugin id and version: " + id + " " + version);
        }
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()
                || tasks.stream().map(TaskCard::name).distinct().count() < tasks.size()) {
            throw new IllegalArgumentException("tasks are missing or share a name: " + id);
        }
    }

    /// The task of this name, without the plugin's id: `psi`, not `mpc/psi`.
    public Optional<TaskCard> task(String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
