package io.databourse.harness;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/// Leaves out what only a server can provide.
public final class ServerOut implements Extension {
    <T> void leaveOut(@Observes ProcessAnnotatedType<T> type) {
        String name = type.getAnnotatedType().getJavaClass().getName();
        if (name.startsWith("io.databourse.server.")) {
            type.veto();
        }
    }
}
