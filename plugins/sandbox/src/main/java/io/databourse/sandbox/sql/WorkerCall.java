package io.databourse.sandbox.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One request to one worker.
final class WorkerCall {
    private final Workers workers;

    WorkerCall(Workers workers) {
        this.workers = workers;
    }

    /// A query's table, or why there is none.
    Answer query(Plan plan, List<TableFile> files) {
        try (Worker worker = workers.start()) {
            worker.room().begin();
            var request =
                    new Wire.Request(plan.sql(), placed(files, worker.place()), plan.limits());
            return answer(worker, plan, request);
        } catch (IOException e) {
            throw new SandboxTrouble("no worker could be started", e);
        }
    }

    private static Answer answer(Worker worker, Plan plan, Wire.Request request) {
        try {
            request.write(output(worker));
            DataInputStream in = input(worker);
            return switch (in.readByte()) {
                case Wire.TABLE -> new Answer.Table(new TableReader(plan).read(in));
                case Wire.FAILED -> new Answer.Failed(Wire.choice(in, Failure.class));
                default -> new Answer.Failed(Failure.ENGINE);
            };
        } catch (IOException e) {
            return new Answer.Failed(worker.ended());
        }
    }

    /// The syntax tree of a text, from a worker that sees no data.
    String tree(String sql) {
        try (Worker worker = workers.start()) {
            worker.room().begin();
            DataOutputStream out = output(worker);
            Wire.write(out, sql);
            out.flush();
            DataInputStream in = input(worker);
            if (in.readByte() != Wire.TREE) {
                throw new IOException("not a tree");
            }
            return Wire.text(in, Wire.LONGEST_TREE);
        } catch (IOException e) {
            throw new SandboxTrouble("the parser did not answer", e);
        }
    }

    private static DataInputStream input(Worker worker) {
        return new DataInputStream(new BufferedInputStream(worker.room().output()));
    }

    private static DataOutputStream output(Worker worker) {
        return new DataOutputStream(new BufferedOutputStream(worker.room().input()));
    }

    /// The files under the names that the worker sees.
    private static List<TableFile> placed(List<TableFile> files, Worker.Place place)
            throws IOException {
        var placed = new ArrayList<TableFile>();
        for (TableFile file : files) {
            String name = placed.size() + ".table";
            put(file.file(), place.folder().resolve(name));
            placed.add(
                    new TableFile(
                            file.name(),
                            place.inside().resolve(name),
                            file.format(),
                            file.columns()));
        }
        return placed;
    }

    /// A link where the file system allows it, because the file may be large.
    private static void put(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target);
        }
    }
}
