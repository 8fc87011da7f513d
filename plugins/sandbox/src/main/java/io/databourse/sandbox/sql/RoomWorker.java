package io.databourse.sandbox.sql;

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
    public static void main(String[] args) throws IOException {
        // Nothing else may write between the frames.
        System.setOut(System.err);
        WarmUp.run();
        serve(System.in, new FileOutputStream(FileDescriptor.out));
        // Threads of the engine must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    static void serve(InputStream requests, OutputStream answers) throws IOException {
        var out = new DataOutputStream(answers);
        try (RoomEngine engine = RoomEngine.start()) {
            out.writeInt(Wire.READY);
            out.flush();
            var answer = new ByteArrayOutputStream();
            answer(engine, new DataInputStream(requests), new DataOutputStream(answer));
            out.write(answer.toByteArray());
            out.flush();
        }
    }

    private static void answer(RoomEngine engine, DataInputStream in, DataOutputStream out)
            throws IOException {
        switch (in.readByte()) {
            case Wire.PARSE -> {
                out.writeByte(Wire.TREE);
                Wire.write(out, engine.tree(Wire.text(in, Wire.LONGEST_SQL)));
            }
            case Wire.QUERY -> {
                Wire.Request request = Wire.Request.read(in);
                try {
                    engine.run(request, out);
                } catch (RoomFailure failure) {
                    out.writeByte(Wire.FAILED);
                    Wire.write(out, failure.failure().name());
                }
            }
            default -> throw new IOException("not a request");
        }
    }
}
