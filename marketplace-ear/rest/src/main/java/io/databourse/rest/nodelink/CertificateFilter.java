package io.databourse.rest.nodelink;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.MembershipService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.security.cert.X509Certificate;

/// Finds out which node calls, by the client certificate of its TLS connection.
@Provider
@ByCertificate
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class CertificateFilter implements ContainerRequestFilter {
    static final String NODE = "io.databourse.node";
    private static final String CHAIN = "jakarta.servlet.request.X509Certificate";

    @Inject HttpServletRequest request;
    @Inject MembershipService membership;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!(request.getAttribute(CHAIN) instanceof X509Certificate[] chain)
                || chain.length == 0) {
            throw Refusal.of(
                    ErrorCode.UNAUTHENTICATED, "A node shows its channel certificate here.");
        }
        request.setAttribute(NODE, membership.authenticate(chain[0]));
    }
}
