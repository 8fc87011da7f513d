package io.databourse.web.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.databourse.dispatch.PrivacyLeft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of a room in words, 沙箱规则: what may be asked and what may leave. The document itself is
/// the plugin's; what it leaves out holds as docs/sandbox.md says.
public final class RoomRules {
    private final JsonNode rules;
    private final Facts facts = new Facts();

    private RoomRules(JsonNode rules) {
        this.rules = rules;
    }

    public static Component of(JsonNode rules) {
        return of(rules, Optional.empty());
    }

    /// @param left what is left of the privacy budget, if a node has told
    public static Component of(JsonNode rules, Optional<PrivacyLeft> left) {
        RoomRules said = new RoomRules(rules);
        said.asked();
        said.left();
        said.privacy();
        left.ifPresent(rest -> said.facts.add("room.privacyLeft", said(rest)));
        return new Div(said.facts);
    }

    /// The last word of the owner's node.
    public static Component said(PrivacyLeft left) {
        Div said =
                Blocks.div(
                        "row",
                        Blocks.text(
                                "strong",
                                Texts.t(
                                        "room.privacyLeftSaid",
                                        left.left().toPlainString(),
                                        left.total().toPlainString())),
                        new When(left.saidAt()));
        return said;
    }

    /// By what a column may be aggregated.
    public static String aggregates(List<String> aggregates) {
        return Texts.list(
                aggregates.stream().map(each -> Texts.ofCode("aggregate", each)).toList());
    }

    private void asked() {
        facts.add(
                "room.modes",
                rules.path("modes").isEmpty()
                        ? Texts.ofCode("roomMode", "QUERY")
                        : words("roomMode", rules.path("modes")));
        if (!rules.path("languages").isEmpty()) {
            facts.add("room.languages", words("language", rules.path("languages")));
        }
        columns()
                .forEach((role, names) ->
                        facts.add(
                                "roomRole." + role,
                                role.equals("MEASURE")
                                        ? measures()
                                        : Blocks.mono(String.join(", ", names))));
        rules.path("tables").properties().forEach(each -> table(each.getKey(), each.getValue()));
        if (!rules.path("templates").isEmpty()) {
            Div templates = Blocks.div("lines");
            rules.path("templates")
                    .forEach(each ->
                            templates.add(
                                    Blocks.text("strong", each.path("name").asText()),
                                    Blocks.mono(each.path("sql").asText())));
            facts.add("room.templates", templates);
        }
    }

    /// With what is granted, once for all columns of which it is the same.
    private Component measures() {
        Map<String, List<String>> byGrant = new LinkedHashMap<>();
        rules.path("columns")
                .properties()
                .forEach(each -> {
                    JsonNode rule = each.getValue();
                    if (rule.path("role").asText().equals("MEASURE")) {
                        byGrant.computeIfAbsent(grant(rule), _ -> new ArrayList<>())
                                .add(each.getKey());
                    }
                });
        Div lines = Blocks.div("lines");
        byGrant.forEach((grant, names) ->
                lines.add(Blocks.mono(String.join(", ", names)), Blocks.muted(grant)));
        return lines;
    }

    private static String grant(JsonNode rule) {
        String grant =
                aggregates(rule.path("aggregates").valueStream().map(JsonNode::asText).toList());
        String multiple = rule.path("roundTo").asText("0");
        return multiple.equals("0") ? grant : grant + " · " + Texts.t("room.multiples", multiple);
    }

    /// Another table of the owner's, which questions may join.
    private void table(String name, JsonNode its) {
        facts.add(
                "room.table",
                Blocks.div(
                        "lines",
                        Blocks.mono(name),
                        Blocks.text(
                                Texts.t(
                                        "room.tableColumns",
                                        String.join(
                                                ", ",
                                                columns(its).values().stream()
                                                        .flatMap(List::stream)
                                                        .toList()))),
                        Blocks.text(entities(its))));
    }

    private Map<String, List<String>> columns() {
        return columns(rules);
    }

    private static Map<String, List<String>> columns(JsonNode rules) {
        return rules.path("columns")
                .propertyStream()
                .collect(
                        Collectors.groupingBy(
                                each -> each.getValue().path("role").asText("NONE"),
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private void left() {
        facts.add("room.minimumEntities", entities(rules));
        long roundTo = rules.path("roundTo").asLong();
        facts.add(
                "room.roundTo",
                roundTo > 1 ? Texts.t("room.multiples", roundTo) : Texts.t("room.notRounded"));
        if (!rules.path("dominance").isEmpty()) {
            JsonNode rule = rules.path("dominance");
            facts.add(
                    "room.dominance",
                    (rule.isArray() ? rule.valueStream() : Stream.of(rule))
                            .map(each ->
                                    Texts.t(
                                            "room.dominanceSaid",
                                            each.path("n").asLong(),
                                            Math.round(each.path("k").asDouble() * 100)))
                            .collect(Collectors.joining("; ")));
        }
        facts.add(
                "room.maximum",
                Texts.t(
                        "room.rowsAndBytes",
                        Figures.of(rules.path("maximumRows").asLong(1_000)),
                        Figures.bytes(rules.path("maximumBytes").asLong(1_000_000))));
        facts.add(
                "room.reviewers", Texts.t("room.reviewersSaid", rules.path("reviewers").asLong(1)));
        long automatic = rules.path("autoRelease").path("rows").asLong();
        facts.add(
                "room.autoRelease",
                automatic > 0
                        ? Texts.t(
                                "room.autoReleaseSaid",
                                Figures.of(automatic),
                                Figures.bytes(rules.path("autoRelease").path("bytes").asLong()))
                        : Texts.t("room.allReviewed"));
    }

    private static String entities(JsonNode rules) {
        return Texts.t(
                "room.entities",
                rules.path("minimumEntities").asLong(10),
                rules.path("entityKey").asText(Texts.t("room.row")));
    }

    private void privacy() {
        JsonNode privacy = rules.path("privacy");
        facts.add(
                "room.privacy",
                privacy.isObject()
                        ? Texts.t(
                                "room.privacySaid",
                                privacy.path("epsilonPerQuery").asText(),
                                privacy.path("epsilonTotal").asText())
                        : Texts.t("room.noPrivacy"));
    }

    private static String words(String prefix, JsonNode codes) {
        return Texts.list(
                codes.valueStream().map(each -> Texts.ofCode(prefix, each.asText())).toList());
    }
}
