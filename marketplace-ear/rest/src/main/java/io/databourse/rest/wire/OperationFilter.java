package io.databourse.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/// Tells the later steps which operation was called, and stops a call that lacks its body.
@Provider
public class OperationFilter implements ContainerRequestFilter {
    static final String PROPERTY = "io.databourse.operation";

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
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
}
