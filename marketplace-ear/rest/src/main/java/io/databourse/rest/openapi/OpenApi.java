package io.databourse.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.rest.problem.Problem;
import io.databourse.rest.wire.Endpoint;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;

/// Writes the OpenAPI document (3.1) of resources and the records they take and give, so that the
/// document cannot say anything else than the code does.
public final class OpenApi {
    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = Schemas.object();

    /// Adds the resources of an application that is served at `base`.
    public OpenApi add(String base, List<Class<?>> resources) {
        for (var resource : resources) {
            for (var method : Endpoint.methodsOf(resource)) {
                var path = base + pathOf(resource, method.getAnnotation(Path.class));
                var verb = Endpoint.verbOf(method).orElseThrow().toLowerCase(Locale.ROOT);
                var item = paths.withObjectProperty(path);
                item.set(verb, new OperationWriter(schemas, resource, method).write());
            }
        }
        return this;
    }

    public JsonNode document() {
        var document = Schemas.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Databourse")
                .put("version", "1")
                .put(
                        "description",
                        "A data exchange where data is sold as metered use, not as copies. Every"
                                + " refusal is application/problem+json (RFC 9457); its `code` is"
                                + " stable. Commands need an Idempotency-Key.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/api");
        document.set("paths", paths);
        var components = document.putObject("components");
        schemas.of(Problem.class);
        components.set("schemas", schemas.components());
        var security = components.putObject("securitySchemes");
        security.putObject(OperationWriter.BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An access token of the realm `databourse`.");
        security.putObject(OperationWriter.CERTIFICATE)
                .put("type", "mutualTLS")
                .put("description", "The node's channel certificate, on the HTTPS port.");
        return document;
    }

    private static String pathOf(Class<?> resource, @org.jspecify.annotations.Nullable Path own) {
        var whole = new StringBuilder();
        append(whole, resource.getAnnotation(Path.class));
        append(whole, own);
        return whole.toString();
    }

    private static void append(StringBuilder whole, @org.jspecify.annotations.Nullable Path part) {
        var text = part == null ? "" : part.value().replaceAll("^/+|/+$", "");
        if (!text.isEmpty()) {
            whole.append('/').append(text);
        }
    }
}
