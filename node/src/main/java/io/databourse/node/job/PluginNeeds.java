package io.databourse.node.job;

import java.util.Properties;

/// What a plugin asks of a node in its `plugin.properties`, beyond what every plugin gets.
///
/// @param typedInputs `databourse.inputs=typed`: columns in the types of their profile, not as the
///   text that the source has
/// @param duckDb `databourse.needs=duckdb`: the node's DuckDB on the class path; a plugin zip
///   cannot bring a native library
public record PluginNeeds(boolean typedInputs, boolean duckDb) {
    /// Of a plugin that asks for nothing.
    public static final PluginNeeds NOTHING = new PluginNeeds(false, false);

    static PluginNeeds of(Properties plugin) {
        return new PluginNeeds(
                plugin.getProperty("databourse.inputs", "").equals("typed"),
                plugin.getProperty("databourse.needs", "").equals("duckdb"));
    }
}
