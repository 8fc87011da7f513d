package io.databourse.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one task does, needs and reveals. The user interface, the contract and the receipt print it
/// from here; there is no second place.
///
/// @param name the short name; contracts say `plugin/name`, such as `mpc/psi`
/// @param parametersSchema JSON Schema of the parameters, as text; each property is a string in
///   [Parameters]
/// @param meters names of what a run counts, see [WorkMeter]
/// @param resumable whether a run can go on from its [Checkpoint] in a new process
public record TaskCard(
        String name,
        Kind kind,
        Text title,
        Text summary,
        String parametersSchema,
        List<Role> roles,
        List<String> meters,
        boolean resumable,
        Deployment deployment,
        Disclosure disclosure) {
    public TaskCard {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a task name: " + name);
        }
        roles = List.copyOf(roles);
        meters = List.copyOf(meters);
        if (roles.isEmpty() || roles.stream().map(Role::name).distinct().count() < roles.size()) {
            throw new IllegalArgumentException("roles are missing or share a name: " + name);
        }
    }

    public Optional<Role> role(String roleName) {
        return roles.stream().filter(role -> role.name().equals(roleName)).findFirst();
    }

    /// A task is run once over whole data sets, or answers single questions online.
    public enum Kind {
        BATCH,
        ONLINE
    }

    /// Where the work happens, 部署形态: a protocol between the owners; protected data sent to neutral
    /// compute nodes; data entering one closed room.
    public enum Deployment {
        DISTRIBUTED,
        PROXY,
        CENTRAL
    }

    /// One part that parties play.
    ///
    /// @param name in capitals: usually `DATA`, `COMPUTE` or `RESULT`
    /// @param minimum the fewest parties that play it
    /// @param maximum the most parties that play it
    /// @param columns the columns that each party must name, by use; empty for a party without data
    /// @param receives what a party in this role holds afterwards
    /// @param receivers the most parties in this role that one job may give its result to
    public record Role(
            String name,
            Text title,
            int minimum,
            int maximum,
            List<ColumnUse> columns,
            Text receives,
            int receivers) {
        public Role {
            columns = List.copyOf(columns);
            if (!name.matches("[A-Z][A-Z0-9_]*") || minimum < 0 || maximum < Math.max(1, minimum)) {
                throw new IllegalArgumentException(
                        "not a role: " + name + " " + minimum + ".." + maximum);
            }
            if (receivers < 1 || receivers > maximum) {
                throw new IllegalArgumentException(
                        "no role of %d has %d receivers: %s".formatted(maximum, receivers, name));
            }
        }

        /// A role of a task whose result one party receives.
        public Role(
                String name,
                Text title,
                int minimum,
                int maximum,
                List<ColumnUse> columns,
                Text receives) {
            this(name, title, minimum, maximum, columns, receives, 1);
        }
    }

    /// Columns that a party's input must offer for one use.
    ///
    /// @param use what they are for: `join`, `result`, `feature`, `label` …
    /// @param receiverOnly whether only parties that receive the result name such columns
    public record ColumnUse(
            String use, int minimum, int maximum, Set<Schema.Type> types, boolean receiverOnly) {
        /// The use of columns that records of different parties are matched on.
        public static final String JOIN = "join";

        /// The use of columns that the result is made of.
        public static final String RESULT = "result";

        public ColumnUse {
            types = Set.copyOf(types);
            if (use.isBlank() || minimum < 0 || maximum < Math.max(1, minimum) || types.isEmpty()) {
                throw new IllegalArgumentException("not a use of columns: " + use);
            }
        }
    }
}
