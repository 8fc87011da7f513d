package io.databourse.rest.problem;

import io.databourse.call.ErrorCode;
import io.databourse.rest.wire.ApiJson;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/// The error page: what goes wrong before a resource is reached, such as a token that is none, is
/// told as a [Problem] too.
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var finding = finding(request);
        var path =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                        ? uri
                        : request.getRequestURI();
        var problem = Problems.render(finding, Collections.list(request.getLocales()), path);
        response.setStatus(finding.status());
        response.setContentType(Problem.MEDIA_TYPE);
        switch (finding.status()) {
            case 401 -> response.setHeader("WWW-Authenticate", Problem.CHALLENGE);
            case 503 -> response.setHeader("Retry-After", Problem.PAUSE);
            default -> {}
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream()
                    .write(ApiJson.write(problem).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Finding finding(HttpServletRequest request) {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer s
                        ? s
                        : 404;
        if (thrown != null) {
            return isOfIdentityProvider(thrown)
                    ? Finding.of(ErrorCode.UNAVAILABLE, "The identity provider does not answer.")
                    : Diagnosis.of(thrown, true);
        }
        return status < 500
                ? Diagnosis.ofStatus(status, request.getUserPrincipal() == null)
                : Diagnosis.incident(new IllegalStateException("status " + status));
    }

    /// A token cannot be checked while Keycloak is away; the server throws then.
    private static boolean isOfIdentityProvider(@Nullable Throwable thrown) {
        for (var t = thrown; t != null; t = t.getCause()) {
            for (var frame : t.getStackTrace()) {
                if (frame.getClassName().startsWith("org.wildfly.security.http.oidc.")) {
                    return true;
                }
            }
        }
        return false;
    }
}
