package io.databourse.sandbox.sql;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps some workers started, because an engine takes half a second to start. None is used twice.
///
/// A spare worker's room is as shut as it will ever be, and no data is in it: data comes into its
/// folder when it is taken, and its time counts from there.
public final class WorkerPool implements Workers, AutoCloseable {
    private static final Duration REST = Duration.ofMillis(500);

    private final Workers workers;
    private final int size;
    private final boolean refilled;
    private final BlockingQueue<Worker> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger starting = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    /// A pool that is filled again after each use.
    ///
    /// @param size how many wait at most
    public WorkerPool(Workers workers, int size) {
        this(workers, size, true);
    }

    private WorkerPool(Workers workers, int size, boolean refilled) {
        this.workers = workers;
        this.size = size;
        this.refilled = refilled;
        refill();
    }

    /// One worker, started at once and before it is needed, and none after it.
    public static WorkerPool ofOne(Workers workers) {
        return new WorkerPool(workers, 1, false);
    }

    /// One that was started before, or a new one.
    @Override
    public Worker start() throws IOException {
        Optional<Worker> worker = next();
        while (worker.isPresent() && !worker.get().room().isRunning()) {
            worker.get().close();
            worker = next();
        }
        Worker taken = worker.isPresent() ? worker.get() : workers.start();
        return new Worker(taken.room(), taken.place(), () -> end(taken));
    }

    /// One that waits, or the first of those that are starting.
    private Optional<Worker> next() throws IOException {
        try {
            Worker worker = ready.poll();
            while (worker == null && starting.get() > 0) {
                worker = ready.poll(20, TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(worker).or(() -> Optional.ofNullable(ready.poll()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a worker was starting", e);
        }
    }

    /// The answer is there: its user need not wait until the room is torn down. That, and the
    /// successor's start, come a while later, so as not to take processor time from the query:
    /// after the worker that parsed comes the one that runs.
    private void end(Worker worker) {
        background.execute(() -> {
            try {
                var _ = closing.await(REST.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            try {
                worker.close();
            } finally {
                if (refilled) {
                    refill();
                }
            }
        });
    }

    /// Waits until the pool is full.
    public boolean awaitFull(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (ready.size() < size && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return ready.size() >= size;
    }

    private void refill() {
        while (!isClosed() && ready.size() + starting.get() < size) {
            starting.incrementAndGet();
            background.execute(this::add);
        }
    }

    private void add() {
        try {
            ready.add(workers.start());
        } catch (IOException e) {
            // The one who needs a worker starts one himself, and hears what is wrong.
            return;
        } finally {
            starting.decrementAndGet();
        }
        if (isClosed()) {
            drain();
        }
    }

    /// Ends the spare workers, and waits for the ends of those that are starting or were used.
    @Override
    public void close() {
        closing.countDown();
        drain();
        background.close();
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void drain() {
        for (Worker worker = ready.poll(); worker != null; worker = ready.poll()) {
            worker.close();
        }
    }
}
