package io.databourse.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Plan;
import io.databourse.plugin.Text;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.RulesException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Checks the parameters of both tasks. Pure, so the exchange uses it while a form is filled in and
/// the owner's program before it runs anything.
final class ParameterCheck {
    static final int MOST_SCRIPT_BYTES = 64 << 10;
    private static final int MOST_SQL_LENGTH = 16 << 10;
    private static final Set<String> GIVEN =
            Set.of(
                    Names.RULES,
                    Names.OWNER_RULES,
                    Names.RELEASE,
                    Names.DRY_RUN,
                    Names.CONDITIONS,
                    Parameters.MINIMUM_RESULT_SIZE);
    private static final Set<String> QUERY = Set.of(Names.SQL, Names.TEMPLATE, Names.ARGUMENTS);
    private static final Set<String> SCRIPT =
            Set.of(Names.ALGORITHM, Names.LANGUAGE, Names.SCRIPT_TEXT, Names.SCRIPT_HASH);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Parameters parameters;
    private final List<Plan.Problem> problems = new ArrayList<>();

    private ParameterCheck(Parameters parameters) {
        this.parameters = parameters;
    }

    static List<Plan.Problem> query(Parameters parameters) {
        var check = new ParameterCheck(parameters);
        check.known(QUERY);
        check.given();
        check.question();
        return check.problems;
    }

    static List<Plan.Problem> script(Parameters parameters) {
        var check = new ParameterCheck(parameters);
        check.known(SCRIPT);
        check.given();
        check.algorithm();
        return check.problems;
    }

    private void known(Set<String> own) {
        for (var name : parameters.values().keySet()) {
            if (!own.contains(name)
                    && !GIVEN.contains(name)
                    && !name.startsWith(Names.OWNER_RULES_OF)) {
                problem(name, "没有此参数", "there is no such parameter");
            }
        }
    }

    private void given() {
        if (parameters.has(Names.RULES)) {
            try {
                var _ = RoomRules.parse(parameters.text(Names.RULES));
            } catch (RulesException e) {
                problem(
                        Names.RULES,
                        "规则无效：" + e.text().zh(),
                        "are no rules for a room: " + e.getMessage());
            }
        }
        matches(Names.RELEASE, "[0-9a-f]{64}");
        matches(Names.DRY_RUN, "true|false");
        matches(Parameters.MINIMUM_RESULT_SIZE, "[0-9]{1,18}");
    }

    private void question() {
        if (parameters.has(Names.SQL) == parameters.has(Names.TEMPLATE)) {
            problem(Names.SQL, "须给出查询语句或模板之一", "give either SQL or a template");
        }
        if (parameters.values().getOrDefault(Names.SQL, "").length() > MOST_SQL_LENGTH) {
            problem(Names.SQL, "查询语句过长", "the SQL is too long");
        }
        matches(Names.TEMPLATE, "[A-Za-z][A-Za-z0-9_-]{0,63}");
        if (parameters.has(Names.ARGUMENTS)
                && (!parameters.has(Names.TEMPLATE)
                        || !isObject(parameters.text(Names.ARGUMENTS)))) {
            problem(
                    Names.ARGUMENTS,
                    "须为模板参数的 JSON 对象",
                    "must be a JSON object with the template's arguments");
        }
    }

    private void algorithm() {
        if (!parameters.has(Names.ALGORITHM)) {
            problem(Names.ALGORITHM, "缺少算法", "the algorithm is missing");
        }
        matches(Names.ALGORITHM, "[A-Za-z0-9][A-Za-z0-9._-]{0,79}@[0-9A-Za-z][0-9A-Za-z.-]{0,31}");
        matches(Names.LANGUAGE, "python|r|sql");
        if (parameters.has(Names.SCRIPT_TEXT)) {
            var text = parameters.text(Names.SCRIPT_TEXT).getBytes(StandardCharsets.UTF_8);
            if (text.length > MOST_SCRIPT_BYTES) {
                problem(Names.SCRIPT_TEXT, "脚本超过 64 KB", "the script is longer than 64 KB");
            }
            if (!sha256(text).equals(parameters.values().get(Names.SCRIPT_HASH))) {
                problem(Names.SCRIPT_HASH, "与脚本的 SHA-256 不符", "is not the SHA-256 of the script");
            }
        }
    }

    private void matches(String name, String pattern) {
        if (parameters.has(name) && !parameters.text(name).matches(pattern)) {
            problem(name, "格式不正确", "does not have the right form");
        }
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void problem(String subject, String zh, String en) {
        problems.add(new Plan.Problem(subject, new Text(zh, en)));
    }
}
