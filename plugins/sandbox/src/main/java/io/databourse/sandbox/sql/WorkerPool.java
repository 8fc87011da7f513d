package io.databourse.sandbox.sql;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps some workers started, because an engine takes half a second to start. None is used twice.
public final class WorkerPool implements Workers, AutoCloseable {
    private final Workers workers;
    private final int size;
    private final BlockingQueue<Worker> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger starting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param size how many wait at most
    public WorkerPool(Workers workers, int size) {
        this.workers = workers;
        this.size = size;
        refill();
    }

    /// One that was started before, or a new one.
    @Override
    public Worker start() throws IOException {
        Worker worker = ready.poll();
        while (worker != null && worker.isOld()) {
            worker.close();
            worker = ready.poll();
        }
        return replaced(worker == null ? workers.start() : worker);
    }

    /// Its successor starts when it is done, so as not to take processor time from the query.
    private Worker replaced(Worker worker) {
        var place = worker.place();
        Runnable removal =
                () -> {
                    place.removal().run();
                    refill();
                };
        return new Worker(
                worker.room(),
                new Worker.Place(place.folder(), place.inside(), removal),
                worker.power(),
                worker.started(),
                worker.longest());
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
        while (!closed.get() && ready.size() + starting.get() < size) {
            starting.incrementAndGet();
            Thread.ofVirtual().name("worker-pool").start(this::add);
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
        if (closed.get()) {
            close();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (Worker worker = ready.poll(); worker != null; worker = ready.poll()) {
            worker.close();
        }
    }
}
