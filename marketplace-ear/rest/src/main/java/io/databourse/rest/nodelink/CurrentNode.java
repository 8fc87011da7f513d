package io.databourse.rest.nodelink;

import io.databourse.membership.NodeId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/// The node that calls, once [CertificateFilter] has let it in.
@RequestScoped
public class CurrentNode {
    @Inject HttpServletRequest request;

    NodeId id() {
        return (NodeId) Objects.requireNonNull(request.getAttribute(CertificateFilter.NODE));
    }
}
