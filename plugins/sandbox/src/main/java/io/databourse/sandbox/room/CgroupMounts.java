package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where control groups are mounted.
///
/// @param unified version 2's mount point if it has the controllers that rooms need
/// @param split version 1's mount point of each controller
record CgroupMounts(Optional<Path> unified, Map<String, Path> split) {
    private static final List<String> WANTED = List.of("memory", "pids", "cpu", "cpuacct");

    static CgroupMounts read(Path mounts) throws IOException {
        Optional<Path> unified = Optional.empty();
        var split = new LinkedHashMap<String, Path>();
        for (var line : Files.readAllLines(mounts)) {
            var fields = line.split(" ", -1);
            if (fields.length < 4) {
                continue;
            }
            var folder = Path.of(fields[1]);
            if (fields[2].equals("cgroup2") && complete(folder)) {
                unified = Optional.of(folder);
            } else if (fields[2].equals("cgroup")) {
                Arrays.stream(fields[3].split(",", -1))
                        .filter(WANTED::contains)
                        .forEach(controller -> split.put(controller, folder));
            }
        }
        return new CgroupMounts(unified, split);
    }

    private static boolean complete(Path folder) throws IOException {
        var file = folder.resolve("cgroup.controllers");
        return Files.isReadable(file)
                && List.of(Files.readString(file).strip().split(" ", -1))
                        .containsAll(CgroupV2.NEEDED);
    }

    /// This process's own group, from the lines of `/proc/self/cgroup`.
    ///
    /// @param controller empty for version 2
    static String own(List<String> lines, String controller) {
        for (var line : lines) {
            var fields = line.split(":", 3);
            if (fields.length == 3 && List.of(fields[1].split(",", -1)).contains(controller)) {
                return fields[2];
            }
        }
        return "/";
    }
}
