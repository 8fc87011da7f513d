package io.databourse.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/// Keeps answers. It has no fake: what it does is PostgreSQL's lock.
@ApplicationScoped
class JpaCommandStore {
    private final EntityManager entities;

    @Inject
    JpaCommandStore(EntityManager entities) {
        this.entities = entities;
    }

    /// Takes the id for this transaction, or says that another one has it.
    boolean lock(String id) {
        return (Boolean)
                entities.createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(?1, 7))")
                        .setParameter(1, id)
                        .getSingleResult();
    }

    Optional<CommandRow> find(String id) {
        return Optional.ofNullable(entities.find(CommandRow.class, id));
    }

    void insert(CommandRow row) {
        entities.persist(row);
    }
}
