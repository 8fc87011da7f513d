package io.databourse.sandbox;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.sql.Budget;
import io.databourse.sandbox.sql.Compiler;
import io.databourse.sandbox.sql.GovernedQuery;
import io.databourse.sandbox.sql.RoomProgram;
import io.databourse.sandbox.sql.RoomSyntax;
import io.databourse.sandbox.sql.RoomWorkers;
import io.databourse.sandbox.sql.Work;
import io.databourse.sandbox.sql.WorkerPool;
import java.io.IOException;
import java.util.Optional;

/// Rooms with a DuckDB worker, for the time of one query: one reads the text, another the data.
/// Both start at once and before they are needed.
final class QueryRoom implements AutoCloseable {
    /// A result's frames need some room beyond its rules' bytes.
    private static final long LARGEST_OUTPUT = 64L << 20;

    private final RoomLauncher launcher;
    private final WorkerPool parsers;
    private final WorkerPool workers;

    private QueryRoom(RoomLauncher launcher, WorkerPool parsers, WorkerPool workers) {
        this.launcher = launcher;
        this.parsers = parsers;
        this.workers = workers;
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
        var program = RoomProgram.worker(host);
        return new QueryRoom(
                launcher,
                WorkerPool.ofOne(new RoomWorkers(launcher, program, Work.PARSE, limits)),
                WorkerPool.ofOne(new RoomWorkers(launcher, program, Work.QUERY, limits)));
    }

    Compiler compiler() {
        return new Compiler(new RoomSyntax(parsers));
    }

    /// @param budget what private questions are paid from
    GovernedQuery queries(Budget budget) {
        return new GovernedQuery(new RoomSyntax(parsers), workers, Optional.of(budget));
    }

    @Override
    public void close() {
        parsers.close();
        workers.close();
        launcher.close();
    }
}
