package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.probe.JavaProbes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Stands in a worker's place: gets ready as [RoomWorker] does, waits in the pool, and does
/// mischief when it is given data. Lines of the request's text: a process of the host, a file of
/// the host, then statements. Without statements it fills its memory.
///
/// Prints one line a probe, its name and `blocked`, or what it got.
public final class SpareProbes {
    private SpareProbes() {}

    /// @param args as of [RoomWorker]
    public static void main(String[] args) throws Throwable {
        try (RoomEngine engine =
                RoomEngine.start(Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            WarmUp.run(engine);
            List<Path> early = seen();
            new DataOutputStream(System.out).writeInt(Wire.READY);
            System.out.flush();
            var request = Wire.Request.read(new DataInputStream(System.in));
            System.out.println("data before it was taken " + (early.isEmpty() ? "blocked" : "GOT"));
            engine.open(request.files());
            List<String> words = request.sql().lines().toList();
            words.stream().skip(2).forEach(sql -> statement(engine, sql));
            if (words.size() == 2) {
                fillMemory();
            }
            JavaProbes.main(new String[] {words.get(0), words.get(1)});
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<Path> seen() throws IOException {
        try (var files = Files.list(Path.of("/data"))) {
            return files.toList();
        }
    }

    private static void statement(RoomEngine engine, String sql) {
        try (var asked = engine.connection().createStatement()) {
            asked.execute(sql);
            System.out.println("GOT " + sql);
        } catch (SQLException _) {
            System.out.println(sql + " blocked");
        }
    }

    /// Until the room's limit ends this process.
    private static void fillMemory() {
        while (true) {
            Arena.global().allocate(16 << 20).fill((byte) 1);
        }
    }
}
