package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/// Writes a rules document; what is usual is written too, so that a contract says it.
final class RulesWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RulesWriter() {}

    static String write(Rules rules) {
        ObjectNode out = MAPPER.createObjectNode();
        rules.entityKey().ifPresent(key -> out.put("entityKey", key));
        out.put("oneRowPerEntity", rules.oneRowPerEntity());
        ObjectNode columns = out.putObject("columns");
        rules.columns().forEach((name, rule) -> column(columns.putObject(name), rule));
        thresholds(out, rules.thresholds());
        rules.privacy().ifPresent(privacy -> privacy(out.putObject("privacy"), privacy));
        release(out, rules.release());
        ArrayNode templates = out.putArray("templates");
        rules.templates().forEach(template -> template(templates.addObject(), template));
        return out.toString();
    }

    private static void column(ObjectNode out, ColumnRule rule) {
        out.put("role", rule.role().name());
        texts(out, "aggregates", rule.aggregates().stream().sorted().map(Aggregate::word).toList());
        out.put("filter", rule.filter());
        rule.range().ifPresent(range -> range(out, range.min(), range.max()));
        if (rule.roundTo().signum() > 0) {
            out.put("roundTo", rule.roundTo().toPlainString());
        }
        if (!rule.values().isEmpty()) {
            texts(out, "values", rule.values());
        }
    }

    private static void thresholds(ObjectNode out, Thresholds thresholds) {
        out.put("minimumEntities", thresholds.minimumEntities());
        out.put("roundTo", thresholds.roundTo());
        ArrayNode dominance = out.putArray("dominance");
        thresholds
                .dominance()
                .forEach(rule ->
                        dominance
                                .addObject()
                                .put("n", rule.n())
                                .put("k", rule.k().toPlainString()));
        out.put("maximumRows", thresholds.maximumRows());
        out.put("maximumBytes", thresholds.maximumBytes());
    }

    private static void privacy(ObjectNode out, Privacy privacy) {
        out.put("epsilonPerQuery", privacy.epsilonPerQuery().toPlainString());
        out.put("epsilonTotal", privacy.epsilonTotal().toPlainString());
        out.put("delta", privacy.delta().toPlainString());
        out.put("maxGroupsPerEntity", privacy.maxGroupsPerEntity());
        out.put("maxRowsPerEntity", privacy.maxRowsPerEntity());
    }

    private static void release(ObjectNode out, Release release) {
        texts(out, "modes", release.modes().stream().sorted().map(Mode::name).toList());
        texts(out, "languages", release.languages());
        out.put("reviewers", release.reviewers());
        out.putObject("autoRelease")
                .put("rows", release.automatic().rows())
                .put("bytes", release.automatic().bytes());
    }

    private static void template(ObjectNode out, Template template) {
        out.put("name", template.name()).put("sql", template.sql());
        ObjectNode parameters = out.putObject("parameters");
        template.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> parameter(parameters.putObject(entry.getKey()), entry.getValue()));
    }

    private static void parameter(ObjectNode out, Template.Parameter parameter) {
        out.put("type", parameter.type().name());
        if (!parameter.values().isEmpty()) {
            texts(out, "values", parameter.values());
        }
        parameter.range().ifPresent(range -> range(out, range.min(), range.max()));
    }

    private static void range(ObjectNode out, BigDecimal min, BigDecimal max) {
        out.put("min", min.toPlainString()).put("max", max.toPlainString());
    }

    private static void texts(ObjectNode out, String key, Collection<String> texts) {
        ArrayNode list = out.putArray(key);
        texts.forEach(list::add);
    }
}
