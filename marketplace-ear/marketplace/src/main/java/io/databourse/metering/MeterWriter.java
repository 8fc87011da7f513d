package io.databourse.metering;

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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/// The threads of this instance that write calls, and the one that cuts slices of them.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MeterWriter {
    private static final Logger LOG = System.getLogger(MeterWriter.class.getName());
    private static final long CUT_MILLIS = 500;

    @Inject CallMeter meter;
    @Inject CallSlices slices;
    @Resource ManagedThreadFactory threads;
    private final List<Thread> running = new ArrayList<>();

    @PostConstruct
    void start() {
        int writer = 1;
        for (CallQueue queue : meter.queues()) {
            start("meter-writer-" + writer++, queue::writeWaiting);
        }
        start("meter-cutter", this::cut);
    }

    private void start(String name, Step step) {
        Thread thread = threads.newThread(() -> repeat(step));
        thread.setName(name);
        thread.start();
        running.add(thread);
    }

    @PreDestroy
    void stop() {
        running.forEach(Thread::interrupt);
    }

    private static void repeat(Step step) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut() throws InterruptedException {
        try {
            while (slices.cut()) {
                // there may be more
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "slices are not cut; they will be when the cause is gone", e);
        }
        Thread.sleep(CUT_MILLIS);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }
}
