package io.databourse.rest.wire;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the annotations of a resource method say about it.
public final class Endpoint {
    private static final Set<Class<? extends Annotation>> NOT_BODY =
            Set.of(
                    PathParam.class,
                    QueryParam.class,
                    HeaderParam.class,
                    CookieParam.class,
                    BeanParam.class,
                    Context.class,
                    Suspended.class);

    private Endpoint() {}

    /// The methods of a resource that answer requests.
    public static List<Method> methodsOf(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verbOf(method).isPresent())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /// `GET`, `POST` …; none for a method that is not an endpoint.
    public static Optional<String> verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /// The parameter that the request's body becomes.
    public static Optional<Parameter> bodyOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> NOT_BODY.stream().noneMatch(parameter::isAnnotationPresent))
                .findFirst();
    }

    /// Whether it needs an `Idempotency-Key`.
    public static boolean isKeyed(Method method, Operation operation) {
        return operation.keyed() && method.isAnnotationPresent(POST.class);
    }
}
