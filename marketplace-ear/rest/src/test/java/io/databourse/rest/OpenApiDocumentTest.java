package io.databourse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.rest.nodelink.NodeApi;
import io.databourse.rest.wire.ApiJson;
import io.databourse.rest.wire.Endpoint;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiDocumentTest {
    private static final JsonNode DOCUMENT = OpenApiResource.make();

    static Stream<JsonNode> operations() {
        return DOCUMENT.get("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    static Stream<Method> endpoints() {
        return EndpointTest.endpoints();
    }

    @Test
    void has_each_endpoint_once() {
        var ids = operations().map(operation -> operation.get("operationId").asText()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        var endpoints =
                Stream.of(Api.resources(), NodeApi.resources())
                        .flatMap(List::stream)
                        .mapToLong(resource -> Endpoint.methodsOf(resource).size())
                        .sum();
        assertThat(ids).hasSize((int) endpoints);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_operation_has_one_good_answer_and_its_problems(JsonNode operation) {
        var statuses = new ArrayList<String>();
        operation.get("responses").fieldNames().forEachRemaining(statuses::add);
        assertThat(statuses.stream().filter(status -> status.startsWith("2"))).hasSize(1);
        assertThat(statuses).contains("401", "500", "503");
        for (var status : statuses) {
            if (status.compareTo("400") >= 0) {
                var content =
                        operation.at("/responses/" + status + "/content/application~1problem+json");
                assertThat(content.at("/schema/$ref").asText())
                        .isEqualTo("#/components/schemas/Problem");
                assertThat(content.get("examples")).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_protected_operation_says_what_a_wrong_role_gets(JsonNode operation) {
        if (operation.at("/security/0/bearer").isArray()) {
            assertThat(operation.at("/responses/403").isObject()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void each_example_is_a_body_that_the_endpoint_reads(Method endpoint) throws Exception {
        var body = Endpoint.bodyOf(endpoint);
        if (body.isEmpty()) {
            return;
        }
        var operation =
                operations()
                        .filter(o -> o.get("operationId").asText().equals(idOf(endpoint)))
                        .findFirst()
                        .orElseThrow();
        var content = operation.at("/requestBody/content/application~1json");
        assertThat(content.get("schema")).isNotEmpty();
        if (Api.resources().contains(endpoint.getDeclaringClass())) {
            var type = ApiJson.MAPPER.constructType(body.get().getParameterizedType());
            Object read = ApiJson.MAPPER.readValue(content.get("example").toString(), type);
            assertThat(read).isNotNull();
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        var names = new HashSet<String>();
        DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref ->
                        assertThat(names).contains(ref.replace("#/components/schemas/", "")));
    }

    @Test
    void every_path_parameter_is_described() {
        DOCUMENT.get("paths")
                .forEachEntry((path, item) ->
                        item.valueStream().forEach(operation -> hasParameters(path, operation)));
    }

    private static void hasParameters(String path, JsonNode operation) {
        var named = new ArrayList<String>();
        for (var parameter : operation.get("parameters")) {
            if (parameter.get("in").asText().equals("path")) {
                named.add("{" + parameter.get("name").asText() + "}");
            }
        }
        var wanted = Stream.of(path.split("/", -1)).filter(part -> part.startsWith("{")).toList();
        assertThat(named).as(path).containsExactlyElementsOf(wanted);
    }

    private static String idOf(Method endpoint) {
        var name = endpoint.getDeclaringClass().getSimpleName().replaceAll("Resource$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "." + endpoint.getName();
    }
}
