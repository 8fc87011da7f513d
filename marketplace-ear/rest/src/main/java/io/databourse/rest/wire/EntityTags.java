package io.databourse.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Gives what is read a weak tag, made of the JSON's hash, and answers 304 to a caller who has it.
@Provider
public class EntityTags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws IOException {
        if (!request.getMethod().equals("GET")
                || response.getStatus() != 200
                || !response.hasEntity()
                || !MediaType.APPLICATION_JSON_TYPE.equals(response.getMediaType())) {
            return;
        }
        var body = bytes(response.getEntity());
        var tag = new EntityTag(BodyDigest.sha256(body).substring(7, 39), true);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(body, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static byte[] bytes(Object entity) throws IOException {
        return switch (entity) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> ApiJson.MAPPER.writeValueAsBytes(entity);
        };
    }

    private static boolean matches(
            @org.jspecify.annotations.Nullable String header, EntityTag tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known ->
                                known.equals("*") || known.equals("\"" + tag.getValue() + "\""));
    }
}
