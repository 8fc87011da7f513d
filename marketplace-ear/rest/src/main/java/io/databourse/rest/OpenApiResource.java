package io.databourse.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.rest.nodelink.NodeApi;
import io.databourse.rest.openapi.OpenApi;
import io.databourse.rest.wire.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The API's own description, made of the classes that answer.
@Path("/openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
    @GET
    @PermitAll
    @Operation("Read this document.")
    public JsonNode document() {
        return Once.DOCUMENT;
    }

    static JsonNode make() {
        return new OpenApi()
                .add("/v1", Api.resources())
                .add("/node/v1", NodeApi.resources())
                .document();
    }

    /// Made when it is first asked for; the classes do not change while the server runs.
    private static final class Once {
        static final JsonNode DOCUMENT = make();
    }
}
