package io.databourse.rest.wire;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// Tells the later steps which operation was called, and stops a call that lacks its body or has a
/// token that is none.
@Provider
public class OperationFilter implements ContainerRequestFilter {
    static final String PROPERTY = "io.databourse.operation";

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        requireKnownCaller(request);
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var operation = method.getAnnotation(Operation.class);
        if (operation != null) {
            request.setProperty(PROPERTY, operation);
        }
        if (Endpoint.bodyOf(method).isPresent() && !request.hasEntity()) {
            throw JsonReading.missing();
        }
    }

    /// The server lets a token that it cannot accept pass as no token. A caller whose token has
    /// ended would take what anybody may see for all there is.
    private static void requireKnownCaller(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                && request.getSecurityContext().getUserPrincipal() == null) {
            throw Refusal.of(
                    ErrorCode.UNAUTHENTICATED, "The bearer token is not valid, or not any more.");
        }
    }
}
