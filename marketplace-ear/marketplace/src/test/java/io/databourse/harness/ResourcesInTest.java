package io.databourse.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;

/// Stands for the server's resources.
@ApplicationScoped
class ResourcesInTest {
    private final TestClock clock = new TestClock();

    @Produces
    EntityManager entityManager() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        EntityManager.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (_, method, arguments) -> {
                            try {
                                return method.invoke(TestDatabase.get().entities(), arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    @Produces
    Clock clock() {
        return clock;
    }

    TestClock testClock() {
        return clock;
    }
}
