package io.databourse.harness;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL for all tests of the JVM, with the exchange's own migrations.
public final class TestDatabase {
    private static final String MIGRATIONS =
            "filesystem:../marketplace-ear/marketplace/src/main/resources/db/migration";
    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();
    private static @Nullable TestDatabase shared;

    private final EntityManagerFactory factory;

    private TestDatabase(DataSource dataSource) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", dataSource);
        new ClassFileImporter()
                        .withImportOption(place -> place.contains("Row.class"))
                        .importPackages("io.databourse")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Entity.class))
                        .map(JavaClass::reflect)
                        .forEach(configuration::addAnnotatedClass);
        factory = configuration.buildSessionFactory();
    }

    public static synchronized TestDatabase get() {
        TestDatabase known = shared;
        if (known == null) {
            known = new TestDatabase(start());
            shared = known;
        }
        return known;
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("fsync", "off")
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            DataSource dataSource = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).load().migrate();
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Works within the transaction that is running in the calling thread, as the server's does.
    public static EntityManager entities() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        EntityManager.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (_, method, arguments) -> {
                            EntityManager mine = CURRENT.get();
                            if (mine == null) {
                                throw new IllegalStateException("no transaction is running");
                            }
                            try {
                                return method.invoke(mine, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    /// Runs the work in the transaction that is running, or else in one of its own.
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (CURRENT.get() != null) {
            return work.get();
        }
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
            CURRENT.remove();
        }
    }
}
