package io.databourse.sandbox.sql;

import io.databourse.plugin.PartyContext;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The rules of all tables of a room: of the one that was sold, and of others of the same owner
/// that questions may join to it. For a question the strictest of the tables that it reads hold.
///
/// @param data of the table that was sold
/// @param others by the names that questions give them
public record RoomRules(Rules data, SequencedMap<String, Rules> others) {
    /// The name by which questions call what was sold.
    public static final String TABLE = "data";

    private static final int MOST_TABLES = 8;

    /// The sold table's names, to questions and to programs.
    private static final Set<String> RESERVED = Set.of(TABLE, PartyContext.INPUT);

    public RoomRules {
        others = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(others));
        if (others.size() >= MOST_TABLES) {
            throw new RulesException(
                    "tables 超过 " + MOST_TABLES + " 张", "tables are more than " + MOST_TABLES);
        }
        others.forEach(RoomRules::check);
    }

    private static void check(String name, Rules rules) {
        if (!GovernedTable.isName(name) || RESERVED.contains(name)) {
            throw new RulesException(
                    "tables." + name + " 的名称只能用 [a-z0-9_]",
                    "tables." + name + " is not a name in [a-z0-9_]");
        }
        // The budget is kept for what was sold; a second way to the same rows would have its own.
        if (rules.privacy().isPresent()) {
            throw new RulesException(
                    "tables." + name + " 有隐私预算，只能单独出售",
                    "tables." + name + " has privacy, so it can only be sold");
        }
    }

    /// Reads a contract's document. What the rules of a further table do not say about how answers
    /// leave is as for the table that was sold.
    ///
    /// @throws RulesException with a message for its writer
    public static RoomRules parse(String json) {
        return new RulesReader().readRoom(json);
    }

    /// These, and the owner's own for some of the tables: what both allow.
    ///
    /// @throws RulesException where nothing sensible is left
    public RoomRules strictest(Map<String, Rules> own) {
        var both = new LinkedHashMap<String, Rules>();
        others.forEach((name, rules) -> both.put(name, strictest(name, rules, own)));
        return new RoomRules(strictest(TABLE, data, own), both);
    }

    private static Rules strictest(String name, Rules rules, Map<String, Rules> own) {
        Rules owners = own.get(name);
        return owners == null ? rules : Rules.strictest(rules, owners);
    }

    /// All tables' rules by name, the sold one's first.
    public SequencedMap<String, Rules> all() {
        var all = new LinkedHashMap<String, Rules>();
        all.put(TABLE, data);
        all.putAll(others);
        return all;
    }

    /// The rules of one table.
    public Rules of(String table) {
        return table.equals(TABLE) ? data : Optional.ofNullable(others.get(table)).orElseThrow();
    }

    /// The limits of a question that reads these tables.
    public Thresholds thresholds(Collection<String> tables) {
        return Strictest.thresholds(of(tables).stream().map(Rules::thresholds).toList());
    }

    /// Up to which size the answer to such a question leaves without a review.
    public Release.Automatic automatic(Collection<String> tables) {
        return of(tables).stream()
                .map(rules -> rules.release().automatic())
                .reduce(Strictest::automatic)
                .orElse(Release.Automatic.NEVER);
    }

    private List<Rules> of(Collection<String> tables) {
        return tables.stream().map(this::of).toList();
    }
}
