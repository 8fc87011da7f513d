package io.databourse.rest.wire;

import io.databourse.call.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What an endpoint is for and how it answers. Both the running endpoint and the OpenAPI document
/// read it, so they cannot differ.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /// One sentence for the document.
    String value();

    /// The status when it went well.
    int status() default 200;

    /// The type of the answer, where the method's return type does not say it.
    Class<?> answer() default void.class;

    /// Where the thing is that a command made: a path below the application with the answer's
    /// fields in braces, such as `/orders/{id}`.
    String location() default "";

    /// Whether a POST needs an `Idempotency-Key`. Only what changes nothing goes without.
    boolean keyed() default true;

    /// What it may be refused for, besides what every endpoint of its kind may be refused for.
    ErrorCode[] refusals() default {};
}
