package io.databourse.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/// Hands out what constructors ask for, so that tests can hand in their own.
@ApplicationScoped
class ServerResources {
    /// The container's proxy: it finds the entity manager of the running transaction.
    @Produces
    @PersistenceContext(unitName = "bourse")
    EntityManager entityManager;

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
