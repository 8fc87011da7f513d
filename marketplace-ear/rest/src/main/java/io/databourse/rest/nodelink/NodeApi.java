package io.databourse.rest.nodelink;

import io.databourse.rest.Api;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Set;

/// The node link. It does not know bearer tokens: a node is who its channel certificate says.
@ApplicationPath("/node/v1")
public class NodeApi extends Application {
    public static List<Class<?>> resources() {
        return List.of(
                EnrolmentResource.class, InstructionResource.class, NodeReportResource.class);
    }

    @Override
    public Set<Class<?>> getClasses() {
        var all = Api.providers();
        all.add(CertificateFilter.class);
        all.addAll(resources());
        return all;
    }
}
