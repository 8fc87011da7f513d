package io.databourse.sandbox;

import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.sql.Budget;
import io.databourse.sandbox.sql.Compiler;
import io.databourse.sandbox.sql.GovernedQuery;
import io.databourse.sandbox.sql.RoomSyntax;
import io.databourse.sandbox.sql.RoomWorkers;
import io.databourse.sandbox.sql.WorkerPool;
import java.io.IOException;
import java.util.Optional;

/// Rooms with a DuckDB worker, for the time of one query: one reads the text, another the data.
/// Both start at once and before they are needed.
final class QueryRoom implements AutoCloseable {
    private static final String JAVA = "/usr/lib/jvm/java/bin/java";

    /// A result's frames need some room beyond its rules' bytes.
    private static final long LARGEST_OUTPUT = 64L << 20;

    private final RoomLauncher launcher;
    private final WorkerPool pool;

    private QueryRoom(RoomLauncher launcher, WorkerPool pool) {
        this.launcher = launcher;
        this.pool = pool;
    }

    /// @throws RoomUnavailable says what this host lacks
    static QueryRoom open() throws IOException, RoomUnavailable {
        var host = RoomHost.standard();
        var launcher = RoomLauncher.open(host);
        var standard = Limits.standard();
        var limits =
                new Limits(
                        standard.memoryBytes(),
                        standard.processes(),
                        standard.cpuPercent(),
                        standard.wall(),
                        LARGEST_OUTPUT,
                        standard.scratchBytes());
        var workers =
                new RoomWorkers(
                        launcher,
                        new Images(host).get(ImageKind.JVM),
                        JAVA,
                        WorkerFiles.of(host),
                        WorkerFiles.CLASS_PATH,
                        limits);
        return new QueryRoom(launcher, WorkerPool.ofOneQuery(workers));
    }

    Compiler compiler() {
        return new Compiler(new RoomSyntax(pool));
    }

    /// @param budget what private questions are paid from
    GovernedQuery queries(Budget budget) {
        return new GovernedQuery(new RoomSyntax(pool), pool, Optional.of(budget));
    }

    @Override
    public void close() {
        pool.close();
        launcher.close();
    }
}
