package io.databourse.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the tables to this version before anything else starts. Several instances may do it at
/// once: Flyway lets one go first.
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMigration.class);

    @Resource(lookup = "java:jboss/datasources/BourseDS")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        var result = migration(dataSource).migrate();
        LOG.info(
                "Database at version {}, {} migrations executed",
                result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /// The migrations lie in several jars, under one path and in one numbering.
    static Flyway migration(DataSource dataSource) {
        return Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
    }
}
