package io.databourse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.rest.nodelink.ByCertificate;
import io.databourse.rest.nodelink.NodeApi;
import io.databourse.rest.wire.Endpoint;
import io.databourse.rest.wire.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every endpoint; a new one cannot be forgotten.
class EndpointTest {
    private static final Set<String> ROLES =
            Set.of("merchant", "buyer", "operator", "regulator", "node-admin");

    static Stream<Method> endpoints() {
        return Stream.of(Api.resources(), NodeApi.resources())
                .flatMap(list -> list.stream())
                .flatMap(resource -> Endpoint.methodsOf(resource).stream());
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void says_who_may_call(Method endpoint) {
        var roles = endpoint.getAnnotation(RolesAllowed.class);
        assertThat(roles == null).isEqualTo(endpoint.isAnnotationPresent(PermitAll.class));
        if (roles != null) {
            assertThat(ROLES).contains(roles.value());
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void says_what_it_is_for(Method endpoint) {
        assertThat(endpoint.getAnnotation(Operation.class)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void needs_a_key_if_it_changes_something_for_a_person(Method endpoint) {
        var operation = endpoint.getAnnotation(Operation.class);
        var isOfNode = endpoint.getDeclaringClass().getPackageName().endsWith("nodelink");
        if (Endpoint.isKeyed(endpoint, operation)) {
            assertThat(isOfNode || endpoint.isAnnotationPresent(PermitAll.class)).isFalse();
            assertThat(endpoint.getReturnType()).isEqualTo(jakarta.ws.rs.core.Response.class);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void reads_json_only(Method endpoint) {
        if (Endpoint.bodyOf(endpoint).isPresent()) {
            var consumes = endpoint.getAnnotation(Consumes.class);
            assertThat(consumes).isNotNull();
            assertThat(consumes.value()).containsExactly("application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void of_the_node_link_needs_a_certificate_unless_it_enrols(Method endpoint) {
        var resource = endpoint.getDeclaringClass();
        if (NodeApi.resources().contains(resource)) {
            assertThat(resource.isAnnotationPresent(ByCertificate.class))
                    .isEqualTo(!resource.getSimpleName().startsWith("Enrolment"));
        }
    }
}
