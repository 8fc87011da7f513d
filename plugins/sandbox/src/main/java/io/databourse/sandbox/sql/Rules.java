package io.databourse.sandbox.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What the owner of a table lets a buyer learn from it: the governing rules of a room.
///
/// A column that is not named here is not seen. The shape of the JSON document is in
/// docs/sandbox.md; an unknown key is refused, because a rule that is not understood is not kept.
///
/// @param entityKey the column that says whom a row is about; empty only if each row is about
///   another one ([#oneRowPerEntity])
/// @param oneRowPerEntity the owner's word that no entity has two rows; thresholds then count rows
public record Rules(
        Optional<String> entityKey,
        boolean oneRowPerEntity,
        SequencedMap<String, ColumnRule> columns,
        Thresholds thresholds,
        Optional<Privacy> privacy,
        Release release,
        List<Template> templates) {

    public Rules {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        templates = List.copyOf(templates);
        if (entityKey.isEmpty() && !oneRowPerEntity) {
            throw new RulesException(
                    "缺少 entityKey，且 oneRowPerEntity 不为 true",
                    "entityKey is missing, and oneRowPerEntity is not true");
        }
        for (var column : columns.entrySet()) {
            boolean isKey = entityKey.equals(Optional.of(column.getKey()));
            if (isKey != (column.getValue().role() == Role.ENTITY)) {
                throw new RulesException(
                        "角色 ENTITY 只能且必须用于 entityKey 所指的列",
                        "role ENTITY belongs to the entityKey, and to it alone");
            }
        }
        if (entityKey.isPresent() && !columns.containsKey(entityKey.get())) {
            throw new RulesException(
                    "entityKey 不在 columns 中", "the entityKey is not among the columns");
        }
        if (Set.copyOf(templates.stream().map(Template::name).toList()).size()
                != templates.size()) {
            throw new RulesException("有两个模板同名", "two templates have the same name");
        }
    }

    /// Reads a document.
    ///
    /// @throws RulesException with a message for its writer
    public static Rules parse(String json) {
        return new RulesReader().read(json);
    }

    /// The document; [#parse] gives an equal record back.
    public String toJson() {
        return RulesWriter.write(this);
    }

    /// What both allow.
    ///
    /// @throws RulesException where nothing sensible is left: they disagree about whom a row is
    ///   about, or share no mode
    public static Rules strictest(Rules a, Rules b) {
        return Strictest.of(a, b);
    }

    Optional<Template> template(String name) {
        return templates.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    Optional<ColumnRule> column(String name) {
        return Optional.ofNullable(((Map<String, ColumnRule>) columns).get(name));
    }
}
