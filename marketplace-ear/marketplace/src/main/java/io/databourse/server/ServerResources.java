package io.databourse.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Hands out what constructors ask for, so that tests can hand in their own.
@ApplicationScoped
class ServerResources {
    /// The container's proxy: it finds the entity manager of the running transaction.
    @Produces
    @PersistenceContext(unitName = "bourse")
    EntityManager entityManager;

    /// PostgreSQL keeps microseconds, so the clock shows no more: what is stored is what was said.
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
