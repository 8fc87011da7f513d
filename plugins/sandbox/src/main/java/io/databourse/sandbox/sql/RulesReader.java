package io.databourse.sandbox.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a rules document, and understands all of it or none.
final class RulesReader {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final int LONGEST = 262_144;
    private static final String TABLES = "tables";

    /// The product that a further table was registered as: for the exchange.
    private static final String PRODUCT = "product";

    /// What further tables have from the sold one where they do not say it.
    private static final List<String> INHERITED =
            List.of("modes", "languages", "reviewers", "autoRelease", "templates");

    Rules read(String json) {
        return rules(new StrictObject("", tree(json)));
    }

    RoomRules readRoom(String json) {
        JsonNode tree = tree(json);
        var others = new LinkedHashMap<String, Rules>();
        var sold = new StrictObject("", tree);
        sold.object(TABLES)
                .ifPresent(named ->
                        named.keys().forEach(name -> others.put(name, further(named, name, tree))));
        if (tree instanceof ObjectNode object) {
            object.remove(TABLES);
        }
        return new RoomRules(rules(new StrictObject("", tree)), others);
    }

    private static Rules further(StrictObject named, String name, JsonNode sold) {
        ObjectNode own = named.need(name).isObject() ? named.need(name).deepCopy() : null;
        if (own == null || !own.path(PRODUCT).isTextual()) {
            throw new RulesException(
                    named.at(name) + "." + PRODUCT + " 缺失",
                    named.at(name) + "." + PRODUCT + " is missing");
        }
        own.remove(PRODUCT);
        for (String key : INHERITED) {
            if (!own.has(key) && sold.has(key)) {
                own.set(key, sold.get(key));
            }
        }
        return rules(new StrictObject(named.at(name), own));
    }

    private static JsonNode tree(String json) {
        if (json.length() > LONGEST) {
            throw new RulesException("规则过长", "the rules are too long");
        }
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new RulesException(
                    "规则不是有效的 JSON（%s）".formatted(place(e)),
                    "the rules are not JSON: " + e.getOriginalMessage());
        }
    }

    private static Rules rules(StrictObject in) {
        var columns = new LinkedHashMap<String, ColumnRule>();
        var named =
                in.object("columns")
                        .orElseThrow(() -> new RulesException("缺少 columns", "columns is missing"));
        named.keys().forEach(key -> columns.put(key, column(named.object(key).orElseThrow())));
        var rules =
                new Rules(
                        in.text("entityKey"),
                        in.flag("oneRowPerEntity", false),
                        columns,
                        thresholds(in),
                        in.object("privacy").map(RulesReader::privacy),
                        release(in),
                        in.list(
                                "templates",
                                node -> template(new StrictObject("templates", node))));
        in.end();
        return rules;
    }

    private static ColumnRule column(StrictObject in) {
        Role role = in.choice("role", Role.class, name -> name);
        Set<Aggregate> aggregates = EnumSet.noneOf(Aggregate.class);
        for (String word : in.texts("aggregates")) {
            aggregates.add(in.choice("aggregates", word, Aggregate.class, RulesReader::lower));
        }
        if (role == Role.ENTITY && in.find("aggregates").isEmpty()) {
            aggregates.add(Aggregate.COUNT_DISTINCT);
        }
        var column =
                new ColumnRule(
                        role,
                        aggregates,
                        in.flag("filter", role == Role.DIMENSION),
                        range(in).map(range -> new ColumnRule.Range(range.min(), range.max())),
                        in.decimal("roundTo").orElse(BigDecimal.ZERO),
                        in.texts("values"));
        in.end();
        return column;
    }

    private static Optional<Template.Range> range(StrictObject in) {
        Optional<BigDecimal> min = in.decimal("min");
        Optional<BigDecimal> max = in.decimal("max");
        if (min.isPresent() != max.isPresent()) {
            throw new RulesException(
                    in.at("min") + " 与 max 须同时给出", in.at("min") + " and max go together");
        }
        return min.map(least -> new Template.Range(least, max.orElseThrow()));
    }

    private static Thresholds thresholds(StrictObject in) {
        Thresholds usual = Thresholds.USUAL;
        return new Thresholds(
                in.count("minimumEntities", usual.minimumEntities()),
                in.whole("roundTo", usual.roundTo()),
                in.find("dominance").map(node -> dominance(in, node)).orElse(List.of()),
                in.count("maximumRows", usual.maximumRows()),
                in.whole("maximumBytes", usual.maximumBytes()));
    }

    private static List<Dominance> dominance(StrictObject in, JsonNode node) {
        return node.isArray()
                ? in.list("dominance", RulesReader::dominance)
                : List.of(dominance(node));
    }

    private static Dominance dominance(JsonNode node) {
        var in = new StrictObject("dominance", node);
        var k =
                in.decimal("k")
                        .orElseThrow(() ->
                                new RulesException("缺少 dominance.k", "dominance.k is missing"));
        var dominance = new Dominance(in.count("n", 1), k);
        in.end();
        return dominance;
    }

    private static Privacy privacy(StrictObject in) {
        var privacy =
                new Privacy(
                        decimal(in, "epsilonPerQuery"),
                        decimal(in, "epsilonTotal"),
                        in.decimal("delta").orElse(Privacy.USUAL_DELTA),
                        in.count("maxGroupsPerEntity", 1),
                        in.count("maxRowsPerEntity", 1));
        in.end();
        return privacy;
    }

    private static BigDecimal decimal(StrictObject in, String key) {
        return in.decimal(key)
                .orElseThrow(
                        () -> new RulesException(in.at(key) + " 缺失", in.at(key) + " is missing"));
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "JSON" : "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列";
    }

    private static Release release(StrictObject in) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (String word : in.texts("modes")) {
            modes.add(in.choice("modes", word, Mode.class, name -> name));
        }
        return new Release(
                in.find("modes").isEmpty() ? Set.of(Mode.QUERY) : modes,
                in.texts("languages"),
                in.count("reviewers", 1),
                in.object("autoRelease")
                        .map(RulesReader::automatic)
                        .orElse(Release.Automatic.NEVER));
    }

    private static Release.Automatic automatic(StrictObject in) {
        var automatic = new Release.Automatic(in.count("rows", 0), in.whole("bytes", 0));
        in.end();
        return automatic;
    }

    private static Template template(StrictObject in) {
        var parameters = new LinkedHashMap<String, Template.Parameter>();
        in.object("parameters").ifPresent(named -> parameters(named, parameters));
        var template =
                new Template(in.text("name").orElse(""), in.text("sql").orElse(""), parameters);
        in.end();
        return template;
    }

    private static void parameters(StrictObject named, Map<String, Template.Parameter> parameters) {
        for (String key : named.keys()) {
            StrictObject in = named.object(key).orElseThrow();
            var type = in.choice("type", Type.class, name -> name);
            parameters.put(key, new Template.Parameter(type, in.texts("values"), range(in)));
            in.end();
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
