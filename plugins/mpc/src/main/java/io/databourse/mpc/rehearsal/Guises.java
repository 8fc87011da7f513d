package io.databourse.mpc.rehearsal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// Shows what a program is given by turns in one of three classes.
///
/// The compiler builds upon what it has seen. Where an interface had one class, or two, it puts
/// their methods in place of the call, and when the job comes with its own classes all that is
/// thrown away and compiled once more, in the midst of the job. After three it makes a call of it
/// that takes any class.
final class Guises {
    private static final AtomicInteger TURNS = new AtomicInteger();

    /// Says nothing, but makes another class of a proxy.
    interface Third {}

    private Guises() {}

    /// The same by another class.
    static <T> T of(Class<T> type, T real) {
        return switch (TURNS.getAndIncrement() % 3) {
            case 0 -> real;
            case 1 -> type.cast(proxy(real, type));
            default -> type.cast(proxy(real, type, Third.class));
        };
    }

    private static Object proxy(Object real, Class<?>... types) {
        InvocationHandler call =
                (_, method, arguments) -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                };
        return Proxy.newProxyInstance(Guises.class.getClassLoader(), types, call);
    }
}
