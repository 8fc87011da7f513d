package io.databourse.sandbox.sql;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The program inside a room: starts an engine, says that it is ready, does one request, and ends.
///
/// It needs the JDK and DuckDB only. What it is asked and what it answers are in [Wire].
public final class RoomWorker {
    private RoomWorker() {}

    /// Reads one request from standard input.
    ///
    /// @param args the [Work]; to query also the engine's threads and megabytes of memory
    public static void main(String[] args) throws IOException {
        // Nothing else may write between the frames.
        System.setOut(System.err);
        var answers = new FileOutputStream(FileDescriptor.out);
        switch (Work.valueOf(args[0])) {
            case PARSE -> parse(System.in, answers);
            case QUERY ->
                    query(System.in, answers, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        }
        // Threads of the engine must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static void parse(InputStream requests, OutputStream answers) throws IOException {
        try (var syntax = new DuckDbSyntax()) {
            syntax.tree("SELECT g, count(*) FROM t GROUP BY g");
            var out = ready(answers);
            out.writeByte(Wire.TREE);
            Wire.write(
                    out, syntax.tree(Wire.text(new DataInputStream(requests), Wire.LONGEST_SQL)));
            finish(out, requests);
        }
    }

    static void query(InputStream requests, OutputStream answers, int threads, int megabytes)
            throws IOException {
        try (RoomEngine engine = RoomEngine.start(threads, megabytes)) {
            WarmUp.run(engine);
            var out = ready(answers);
            var request = Wire.Request.read(new DataInputStream(requests));
            var answer = new ByteArrayOutputStream();
            try {
                engine.run(request, new DataOutputStream(answer));
                answer.writeTo(out);
            } catch (RoomFailure failure) {
                out.writeByte(Wire.FAILED);
                Wire.write(out, failure.failure().name());
            }
            finish(out, requests);
        }
    }

    /// Keeps still after the answer until the room is torn down: going takes processor time that
    /// whoever comes next needs.
    private static void finish(OutputStream out, InputStream requests) throws IOException {
        out.flush();
        var _ = requests.read();
    }

    private static DataOutputStream ready(OutputStream answers) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(answers));
        out.writeInt(Wire.READY);
        out.flush();
        return out;
    }
}
