package io.databourse.rest.problem;

import io.databourse.call.Refusal;
import io.databourse.rest.wire.ApiJson;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Turns whatever a resource throws into a [Problem]. RESTEasy prefers the mapper that is nearest
/// to the exception, so those it maps by itself have a subclass here each.
public abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {
    @Context UriInfo uri;
    @Context HttpHeaders headers;
    @Context SecurityContext security;

    /// All of them, for the applications' lists.
    public static List<Class<?>> all() {
        return List.of(Any.class, OfServer.class, OfService.class);
    }

    @Override
    public Response toResponse(T thrown) {
        boolean anonymous = security.getUserPrincipal() == null;
        var finding = Diagnosis.of(thrown, anonymous);
        var problem =
                Problems.render(
                        finding,
                        headers.getAcceptableLanguages(),
                        uri.getRequestUri().getRawPath());
        var response =
                Response.status(finding.status())
                        .type(Problem.MEDIA_TYPE)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .entity(ApiJson.write(problem));
        switch (finding.status()) {
            case 401 -> response.header(HttpHeaders.WWW_AUTHENTICATE, Problem.CHALLENGE);
            case 503 -> response.header(HttpHeaders.RETRY_AFTER, Problem.PAUSE);
            default -> {}
        }
        if (thrown instanceof NotAllowedException notAllowed) {
            response.allow(notAllowed.getResponse().getAllowedMethods());
        }
        return response.build();
    }

    @Provider
    public static class Any extends ProblemMapper<Throwable> {}

    @Provider
    public static class OfServer extends ProblemMapper<WebApplicationException> {}

    @Provider
    public static class OfService extends ProblemMapper<Refusal> {}
}
