package io.databourse.dispatch.camel;

import io.databourse.dispatch.JobSteps;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/// Runs the routes as long as the application runs.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobCarrier {
    @Inject JobSteps steps;
    private @Nullable CamelContext camel;

    @PostConstruct
    void start() {
        try {
            DefaultCamelContext context = new DefaultCamelContext();
            context.setNameStrategy(
                    new org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy(
                            "databourse"));
            context.setApplicationContextClassLoader(JobCarrier.class.getClassLoader());
            context.getShutdownStrategy().setTimeout(10);
            context.addRoutes(new JobRoutes(steps));
            context.start();
            camel = context;
        } catch (Exception e) {
            throw new IllegalStateException("the routes cannot be started", e);
        }
    }

    @PreDestroy
    void stop() {
        CamelContext running = camel;
        if (running != null) {
            running.stop();
        }
    }
}
