package io.databourse.quota;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
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

/// Keeps the leases of this instance alive, takes back those of instances that are silent, and ends
/// packs and lets the watch look round every minute.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QuotaTimers {
    private static final Logger LOG = System.getLogger(QuotaTimers.class.getName());
    private static final long BEAT_MILLIS = 250;
    private static final int ENDED_AT_ONCE = 500;

    @Inject LeaseBook book;
    @Inject QuotaLeases leases;
    @Inject QuotaWatch watch;
    @Inject PackEnds ends;
    @Resource ManagedScheduledExecutorService executor;
    private @Nullable ScheduledFuture<?> beating;

    @PostConstruct
    void start() {
        beating =
                executor.scheduleWithFixedDelay(
                        this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
        book.closeAll();
    }

    /// A failure is no reason to stop beating: without the database nothing is sold, and when it is
    /// back all goes on.
    private void beat() {
        try {
            book.beat();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the leases cannot be renewed", e);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void reap() {
        leases.reap();
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void lookRound() {
        ends.due(ENDED_AT_ONCE).forEach(this::end);
        watch.pass();
    }

    private void end(Pack pack) {
        try {
            ends.end(pack);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "pack " + pack.id() + " has not ended yet", e);
        }
    }
}
