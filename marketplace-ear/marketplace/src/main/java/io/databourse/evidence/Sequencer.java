package io.databourse.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Wakes the log every second; on a busy machine, a second after it was last done.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Sequencer {
    private static final Logger LOG = System.getLogger(Sequencer.class.getName());

    @Inject EvidenceLog log;
    @Resource ManagedScheduledExecutorService executor;
    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        ticking = executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    /// When the database is away, everything waits for the next second.
    private void tick() {
        try {
            while (log.sequence() == EvidenceLog.BATCH) {
                // there may be more
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the evidence log cannot be carried on", e);
        }
    }
}
