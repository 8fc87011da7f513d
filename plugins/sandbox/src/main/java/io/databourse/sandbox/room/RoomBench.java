package io.databourse.sandbox.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures what a room costs: an empty Python job from its launch to its result, beside the same
/// program without a room, in turns. Prints one JSON line: `metric`, `value`, `unit`, `baseline`.
public final class RoomBench {
    private static final int WARM = 20;
    private static final int RUNS = 101;
    private static final List<String> JOB =
            List.of("/usr/bin/python3", "-S", "-s", "-c", "print(1)");

    private RoomBench() {}

    public static void main(String[] arguments) throws Exception {
        var host = RoomHost.standard();
        var image = new Images(host).get(ImageKind.PYTHON);
        var rooms = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var launcher = RoomLauncher.open(host)) {
            var spec = new RoomSpec(image, JOB, List.of(), Limits.standard());
            for (int i = 0; i < WARM + RUNS; i++) {
                double inRoom = inRoom(launcher, spec);
                double alone = alone();
                if (i >= WARM) {
                    rooms.add(inRoom);
                    bare.add(alone);
                }
            }
        }
        print("wall", median(rooms), median(bare));
        print("over-bare", median(rooms) - median(bare), 0);
        System.exit(0);
    }

    private static void print(String metric, double value, double baseline) {
        System.out.printf(
                Locale.ROOT,
                "{\"metric\":\"%s\",\"value\":%.3f,\"unit\":\"ms\"%s}%n",
                metric,
                value,
                baseline > 0 ? String.format(Locale.ROOT, ",\"baseline\":%.3f", baseline) : "");
    }

    private static double inRoom(RoomLauncher launcher, RoomSpec spec)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var room = launcher.start(spec)) {
            room.input().close();
            var output = room.output().readAllBytes();
            if (!room.end().succeeded() || output.length != 2) {
                throw new IOException("the empty job failed");
            }
            return (System.nanoTime() - began) / 1e6;
        }
    }

    private static double alone() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(JOB).start();
        process.getOutputStream().close();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0 || output.length != 2) {
            throw new IOException("the empty program failed");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
