package io.databourse.sandbox.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/// The program inside a room: starts an engine, says that it is ready, does one request, and ends.
///
/// It needs the JDK and DuckDB only. What it is asked and what it answers are in [Wire].
public final class RoomWorker {
    private RoomWorker() {}

    /// Reads one request from standard input.
    public static void main(String[] args) throws IOException {
        // Nothing else may write between the frames.
        System.setOut(System.err);
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        var in = new DataInputStream(System.in);
        try (RoomEngine engine = RoomEngine.warm()) {
            out.writeInt(Wire.READY);
            out.flush();
            var answer = new ByteArrayOutputStream();
            answer(engine, in, new DataOutputStream(answer));
            out.write(answer.toByteArray());
            out.flush();
        }
        // Threads of the engine must not keep the process.
        Runtime.getRuntime().halt(0);
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
