package io.databourse.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.call.ErrorCode;
import io.databourse.rest.nodelink.ByCertificate;
import io.databourse.rest.problem.Problem;
import io.databourse.rest.problem.ProblemExample;
import io.databourse.rest.wire.ApiJson;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.Endpoint;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Describes one endpoint.
final class OperationWriter {
    static final String BEARER = "bearer";
    static final String CERTIFICATE = "nodeCertificate";

    private final Schemas schemas;
    private final Class<?> resource;
    private final Method method;
    private final Operation operation;

    OperationWriter(Schemas schemas, Class<?> resource, Method method) {
        this.schemas = schemas;
        this.resource = resource;
        this.method = method;
        this.operation =
                Objects.requireNonNull(method.getAnnotation(Operation.class), method.toString());
    }

    ObjectNode write() {
        var tag = tag();
        var id = tag + "." + method.getName();
        var node = Schemas.object().put("operationId", id).put("summary", operation.value());
        node.putArray("tags").add(tag);
        security(node);
        parameters(node.putArray("parameters"));
        Endpoint.bodyOf(method).ifPresent(body -> body(node.putObject("requestBody"), body, id));
        responses(node.putObject("responses"));
        return node;
    }

    private String tag() {
        var name = resource.getSimpleName().replaceAll("Resource$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void security(ObjectNode node) {
        var security = node.putArray("security");
        var roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            security.addObject().putArray(BEARER);
            node.put(
                    "description",
                    "Needs one of the roles: " + String.join(", ", roles.value()) + ".");
        } else if (resource.isAnnotationPresent(ByCertificate.class)) {
            security.addObject().putArray(CERTIFICATE);
        }
    }

    private void parameters(ArrayNode parameters) {
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                paging(parameters);
            }
            for (var annotation : parameter.getAnnotations()) {
                switch (annotation) {
                    case PathParam path -> add(parameters, "path", path.value(), parameter);
                    case QueryParam query -> add(parameters, "query", query.value(), parameter);
                    case HeaderParam header -> add(parameters, "header", header.value(), parameter);
                    default -> {}
                }
            }
        }
        if (Endpoint.isKeyed(method, operation)) {
            var key = parameter(parameters, "header", Commands.KEY).put("required", true);
            key.put("description", "New for each command; the same again repeats the answer.");
            key.set("schema", Schemas.typed("string").put("maxLength", 200));
        }
    }

    private void add(ArrayNode parameters, String in, String name, Parameter parameter) {
        parameter(parameters, in, name)
                .put("required", in.equals("path"))
                .set("schema", schemas.of(parameter.getParameterizedType()));
    }

    private static void paging(ArrayNode parameters) {
        parameter(parameters, "query", "limit")
                .set(
                        "schema",
                        Schemas.typed("integer")
                                .put("minimum", 1)
                                .put("maximum", 200)
                                .put("default", Paging.USUAL));
        parameter(parameters, "query", "after").set("schema", Schemas.typed("string"));
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name) {
        return parameters.addObject().put("name", name).put("in", in);
    }

    private void body(ObjectNode node, Parameter body, String id) {
        node.put("required", true);
        var content = node.putObject("content").putObject(MediaType.APPLICATION_JSON);
        content.set("schema", schemas.of(body.getParameterizedType()));
        try (var example = OperationWriter.class.getResourceAsStream("examples/" + id + ".json")) {
            if (example != null) {
                content.set("example", ApiJson.MAPPER.readTree(example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void responses(ObjectNode responses) {
        var success = responses.putObject(String.valueOf(operation.status()));
        success.put("description", "Done.");
        headers(success);
        var answer = answerType();
        if (answer != void.class) {
            success.putObject("content").putObject(mediaType()).set("schema", schemas.of(answer));
        }
        if (Endpoint.verbOf(method).orElseThrow().equals("GET")
                && mediaType().equals(MediaType.APPLICATION_JSON)) {
            responses.putObject("304").put("description", "As the If-None-Match tag says.");
        }
        Refusals.byStatus(method, operation)
                .forEach((status, codes) -> responses.set(String.valueOf(status), problem(codes)));
    }

    private Type answerType() {
        return operation.answer() == void.class
                ? method.getGenericReturnType()
                : operation.answer();
    }

    private void headers(ObjectNode success) {
        if (!operation.location().isEmpty()) {
            success.withObjectProperty("headers")
                    .putObject("Location")
                    .put("description", "Where it is: " + operation.location())
                    .set("schema", Schemas.typed("string"));
        }
        if (Endpoint.isKeyed(method, operation)) {
            success.withObjectProperty("headers")
                    .putObject(Commands.REPLAYED)
                    .put("description", "`true` if the answer is a stored one.")
                    .set("schema", Schemas.typed("string"));
        }
    }

    private String mediaType() {
        var own = method.getAnnotation(Produces.class);
        var produces = own == null ? resource.getAnnotation(Produces.class) : own;
        return produces == null ? MediaType.APPLICATION_JSON : produces.value()[0];
    }

    private JsonNode problem(Set<ErrorCode> codes) {
        var names = codes.stream().map(ErrorCode::name).collect(Collectors.joining(", "));
        var response = Schemas.object().put("description", names);
        var content = response.putObject("content").putObject(Problem.MEDIA_TYPE);
        content.set("schema", schemas.of(Problem.class));
        var examples = content.putObject("examples");
        for (var code : codes) {
            examples.putObject(code.name())
                    .set("value", ApiJson.MAPPER.valueToTree(ProblemExample.of(code)));
        }
        return response;
    }
}
