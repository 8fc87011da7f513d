package io.databourse.rest.openapi;

import io.databourse.call.ErrorCode;
import io.databourse.rest.nodelink.ByCertificate;
import io.databourse.rest.wire.Endpoint;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The codes that an endpoint may refuse with: its own, and those of everything of its kind.
final class Refusals {
    private static final Set<String> TRADING_ROLES = Set.of("merchant", "buyer");

    private Refusals() {}

    static SortedMap<Integer, Set<ErrorCode>> byStatus(Method method, Operation operation) {
        var byStatus = new TreeMap<Integer, Set<ErrorCode>>();
        for (var code : codes(method, operation)) {
            byStatus.computeIfAbsent(code.status(), s -> EnumSet.noneOf(ErrorCode.class)).add(code);
        }
        return byStatus;
    }

    private static Set<ErrorCode> codes(Method method, Operation operation) {
        // A token that is not valid is refused everywhere.
        var codes =
                EnumSet.of(
                        ErrorCode.UNAUTHENTICATED,
                        ErrorCode.NOT_ACCEPTABLE,
                        ErrorCode.INTERNAL,
                        ErrorCode.UNAVAILABLE);
        codes.addAll(Arrays.asList(operation.refusals()));
        var roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            codes.add(ErrorCode.FORBIDDEN);
            if (Arrays.stream(roles.value()).anyMatch(TRADING_ROLES::contains)) {
                codes.add(ErrorCode.NO_ORGANISATION);
            }
        }
        if (method.getDeclaringClass().isAnnotationPresent(ByCertificate.class)) {
            codes.add(ErrorCode.CERTIFICATE_REVOKED);
        }
        if (takes(method, PathParam.class) || asksForAnId(method)) {
            codes.add(ErrorCode.NOT_FOUND);
        }
        if (Arrays.asList(method.getParameterTypes()).contains(Paging.class)) {
            codes.add(ErrorCode.VALIDATION_FAILED);
        }
        if (Endpoint.bodyOf(method).isPresent()) {
            codes.add(ErrorCode.MALFORMED_REQUEST);
            codes.add(ErrorCode.BODY_TOO_LARGE);
            codes.add(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            codes.add(ErrorCode.VALIDATION_FAILED);
        }
        if (Endpoint.isKeyed(method, operation)) {
            codes.add(ErrorCode.IDEMPOTENCY_KEY_REQUIRED);
            codes.add(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            codes.add(ErrorCode.COMMAND_IN_FLIGHT);
        }
        return codes;
    }

    /// A query that names a thing may name none.
    private static boolean asksForAnId(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .anyMatch(parameter -> parameter.getType() != String.class);
    }

    private static boolean takes(Method method, Class<? extends Annotation> annotation) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(annotation));
    }
}
