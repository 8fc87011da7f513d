package io.databourse.harness;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.dispatch.JobSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/// The exchange of the tests: all beans of both jars, one for the JVM.
public final class Exchange {
    private static final int MOST_NODES = 8;
    private static @Nullable Exchange shared;

    private final WeldContainer beans;
    private final List<SimulatedNode> nodes = new ArrayList<>();

    private @Nullable SimulatedNode compute;

    private Exchange(WeldContainer beans) {
        this.beans = beans;
    }

    public static synchronized Exchange get() {
        Exchange known = shared;
        if (known == null) {
            known = start();
            shared = known;
        }
        return known;
    }

    private static Exchange start() {
        try {
            String given = System.getProperty("bourse.exchange.dir");
            Path keys = given == null ? folder("exchange") : Path.of(given);
            ExchangeKeys.createOrLoad(keys, List.of("localhost"));
            System.setProperty("bourse.exchange.dir", keys.toString());
            System.setProperty("bourse.plugins.dir", TestPlugin.zipped().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestDatabase.get();
        return new Exchange(
                new Weld()
                        .addExtension(new ServerOut())
                        .addBeanClass(ResourcesInTest.class)
                        .addBeanClass(Seen.class)
                        .addBeanClass(SeenQuota.class)
                        .addBeanClass(TransactionsInTest.class)
                        .addBeanClass(NewTransactionsInTest.class)
                        .addInterceptor(TransactionsInTest.class)
                        .addInterceptor(NewTransactionsInTest.class)
                        .initialize());
    }

    /// A new one, where the next build clears it away.
    static Path folder(String name) throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        return Files.createTempDirectory(target, name);
    }

    public <T> T bean(Class<T> type) {
        return beans.select(type).get();
    }

    public TestClock clock() {
        return bean(ResourcesInTest.class).testClock();
    }

    /// What day it is for the exchange: tests before may have put its clock ahead.
    public LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), ZoneId.of("Asia/Shanghai"));
    }

    public <T> T inTransaction(Supplier<T> work) {
        return TestDatabase.get().inTransaction(work);
    }

    /// The exchange's own node: there is one, whoever trades.
    synchronized SimulatedNode computeNode() {
        SimulatedNode known = compute;
        if (known == null) {
            Caller admin = new Caller("exchange-node", Set.of(Role.NODE_ADMIN, Role.OPERATOR));
            Caller operator = new Caller("operator", Set.of(Role.OPERATOR));
            known = SimulatedNode.enrolled(this, admin, operator, "exchange-node");
            nodes.remove(known);
            compute = known;
        }
        return known;
    }

    /// Nodes of markets long gone are left alone: asking all of them all the time would be slow.
    void add(SimulatedNode node) {
        nodes.add(node);
        if (nodes.size() > MOST_NODES) {
            nodes.removeFirst();
        }
    }

    /// Lets everybody do what is to be done, until nobody has anything to do: what the routes and
    /// the nodes' links do in life, without waiting for either.
    public void settle() {
        boolean busy = true;
        while (busy) {
            busy = carry();
            for (SimulatedNode node : nodes) {
                busy |= node.work();
            }
            busy |= computeNode().work();
        }
    }

    /// Does what is due in the outbox.
    public boolean carry() {
        JobSteps steps = bean(JobSteps.class);
        List<Long> due = steps.due();
        due.forEach(steps::run);
        return !due.isEmpty();
    }

    /// What the watchdog does.
    public void watch() {
        JobSteps steps = bean(JobSteps.class);
        steps.overdue().forEach(steps::timeOut);
    }
}
