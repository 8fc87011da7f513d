package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.Fault;

/// An answer of the API that was not the hoped-for one.
final class ApiProblem {

    private ApiProblem() {}

    static Fault of(String user, String call, int status, JsonNode problem) {
        String code = problem.path("code").asText("");
        String detail = problem.path("detail").asText(problem.path("title").asText(""));
        return new Fault(
                "%s by %s was answered %d %s: %s".formatted(call, user, status, code, detail)
                        + errors(problem));
    }

    private static String errors(JsonNode problem) {
        StringBuilder text = new StringBuilder();
        problem.path("errors")
                .forEach(error ->
                        text.append("; ")
                                .append(error.path("pointer").asText())
                                .append(' ')
                                .append(error.path("problem").asText()));
        return text.toString();
    }
}
