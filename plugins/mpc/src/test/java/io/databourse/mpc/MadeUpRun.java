package io.databourse.mpc;

import io.databourse.mpc.rehearsal.Rehearsal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A rehearsal that is overheard.
final class MadeUpRun {
    private MadeUpRun() {}

    /// Runs it and gives all that was sent, by sender and receiver.
    static Map<String, byte[]> transcripts(String task, long rows, Path folder)
            throws InterruptedException, IOException {
        var transcripts = new ConcurrentHashMap<String, ByteArrayOutputStream>();
        long written =
                Rehearsal.run(
                        new MpcPlugin()::program,
                        task,
                        rows,
                        folder,
                        (sender, receiver, message) ->
                                transcripts
                                        .computeIfAbsent(
                                                sender + " " + receiver,
                                                _ -> new ByteArrayOutputStream())
                                        .writeBytes(message));
        if (written != rows - rows / 2) {
            throw new IllegalStateException("the result has the wrong rows: " + written);
        }
        var all = new TreeMap<String, byte[]>();
        transcripts.forEach((link, bytes) -> all.put(link, bytes.toByteArray()));
        return all;
    }
}
