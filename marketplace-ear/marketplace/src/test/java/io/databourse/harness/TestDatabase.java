package io.databourse.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL for all tests of the JVM, with all migrations; and transactions on it as the
/// server would make them: one entity manager for each.
public final class TestDatabase {
    private static final Object LOCK = new Object();
    private static @Nullable TestDatabase shared;

    private final DataSource dataSource;
    private final EntityManagerFactory factory;
    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();

    private TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.factory = factory(FaultPoints.around(dataSource));
    }

    public static TestDatabase get() {
        synchronized (LOCK) {
            TestDatabase known = shared;
            if (known == null) {
                known = start();
                shared = known;
            }
            return known;
        }
    }

    /// To be called before anything else is: the tests' database is this one.
    public static void use(DataSource source) {
        synchronized (LOCK) {
            if (shared != null) {
                throw new IllegalStateException("the database is in use already");
            }
            shared = on(source);
        }
    }

    private static TestDatabase on(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return new TestDatabase(pooled(source));
    }

    private static TestDatabase start() {
        try {
            String durable = System.getProperty("bourse.fsync", "off");
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("fsync", durable)
                            // The builder's own default is off, and a commit would not wait.
                            .setServerConfig("synchronous_commit", durable)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return on(postgres.getPostgresDatabase());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /// As on the server: a connection of its own for each transaction would have to learn the
    /// catalogue and every statement anew.
    private static DataSource pooled(DataSource plain) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(plain);
        pool.setMaximumPoolSize(40);
        pool.setMinimumIdle(2);
        // Whoever waits behind hundreds of others on a loaded machine is not refused.
        pool.setConnectionTimeout(120_000);
        return new HikariDataSource(pool);
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityManagerFactory factory(DataSource dataSource) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        Entities.all().forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /// The entity manager of this thread's transaction.
    public EntityManager entities() {
        EntityManager mine = CURRENT.get();
        if (mine == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return mine;
    }

    /// Runs the work in the transaction that is running, or else in one of its own.
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        EntityManager running = CURRENT.get();
        return running == null ? inNewTransaction(work) : join(running, work);
    }

    /// Runs the work in a transaction of its own, whatever is running.
    public <T extends @Nullable Object> T inNewTransaction(Supplier<T> work) {
        EntityManager outer = CURRENT.get();
        try (EntityManager own = factory.createEntityManager()) {
            CURRENT.set(own);
            own.getTransaction().begin();
            try {
                T result = work.get();
                own.getTransaction().commit();
                return result;
            } finally {
                if (own.getTransaction().isActive()) {
                    own.getTransaction().rollback();
                }
            }
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /// As on the server, a call that throws dooms the transaction that it has joined.
    private static <T extends @Nullable Object> T join(EntityManager running, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            running.getTransaction().setRollbackOnly();
            throw e;
        }
    }

    /// The classes of both jars that Hibernate maps, which are called rows; a server finds them by
    /// itself.
    private static final class Entities {
        static Iterable<Class<?>> all() {
            var found =
                    new com.tngtech.archunit.core.importer.ClassFileImporter()
                            .withImportOption(place -> place.contains("Row.class"))
                            .importPackages("io.databourse");
            return found.stream()
                    .filter(each -> each.isAnnotatedWith(Entity.class))
                    .<Class<?>>map(each -> each.reflect())
                    .toList();
        }
    }
}
