package io.databourse.node.bench;

import io.databourse.node.Folders;
import io.databourse.node.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the parties of a task on this machine, each node in a process of its own with a child
/// process, real TLS channels and throw-away keys, and prints what they used as JSON: two owners,
/// and a compute node unless the task is one between two.
///
/// ```
/// java -cp node.jar io.databourse.node.bench.LocalParties \
///     --left bank.csv --left-join mobile --left-result customer_id \
///     --right airline.csv --right-join mobile --plugins plugins/mpc/target
/// ```
///
/// | option | meaning |
/// |---|---|
/// | `--left`, `--left-join`, `--left-result` | the file of the party that receives the result, and its columns |
/// | `--right`, `--right-join` | the other owner's |
/// | `--plugins` | folder of plugin zips |
/// | `--task` | `mpc/psi` if not said |
/// | `--minimum` | the fewest rows of a result, 1 if not said |
/// | `--node-heap`, `--child-heap`, `--source-memory` | in MB; 256, 512 and 512 if not said |
/// | `--earlier` | how many such jobs the nodes have run before the one that is measured; 0 if not said |
/// | `--waiting` | `yes` if a process waits at each node that has rehearsed already |
/// | `--line` | a line between the parties, such as `100,10` for 100 Mbit/s and 10 ms each way |
/// | `--work` | a folder that is emptied before and left afterwards; a temporary one if not said |
public final class LocalParties {
    private final Map<String, String> options;
    private final Path folder;
    private final String task;
    private final List<String> ids;

    private LocalParties(Map<String, String> options, Path folder) {
        this.options = options;
        this.folder = folder;
        this.task = options.getOrDefault("task", "mpc/psi");
        this.ids = task.endsWith("-distributed") ? List.of("p1", "p2") : List.of("p1", "p2", "p3");
    }

    public static void main(String... arguments) throws Exception {
        var options = options(arguments);
        var given = options.get("work");
        var folder = given == null ? Files.createTempDirectory("parties") : Path.of(given);
        Folders.delete(folder);
        Files.createDirectories(folder);
        try {
            System.out.println(new LocalParties(options, folder.toAbsolutePath()).run());
        } finally {
            if (given == null) {
                Folders.delete(folder);
            }
        }
    }

    private static Map<String, String> options(String... arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("not an option: " + arguments[i]);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    private String option(String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private String run() throws IOException {
        var lines = prepare();
        var processes = new ArrayList<Process>();
        try {
            for (var id : ids) {
                processes.add(start(id));
            }
            var outputs = processes.stream().map(LocalParties::output).toList();
            for (var output : outputs) {
                if (!"ready".equals(output.readLine())) {
                    throw new IOException("a party did not start");
                }
            }
            return measure(processes, outputs);
        } finally {
            processes.forEach(Process::destroyForcibly);
            lines.forEach(ShapedLink::close);
        }
    }

    private static String measure(List<Process> processes, List<BufferedReader> outputs)
            throws IOException {
        var began = System.nanoTime();
        for (var process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        var result = Json.object();
        var parties = result.putArray("parties");
        for (var output : outputs) {
            var last = output.lines().reduce((_, next) -> next).orElse("{}");
            parties.add(Json.parse(last, "party").node());
        }
        result.put("wall_ms", (System.nanoTime() - began) / 1_000_000);
        return Json.write(result);
    }

    private Process start(String id) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + options.getOrDefault("node-heap", "256") + "m");
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalParty.class.getName(),
                        folder.resolve(id).toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private List<ShapedLink> prepare() throws IOException {
        var keys = new LocalKeys();
        var ports = freePorts();
        var lines = new ArrayList<ShapedLink>();
        var members = Json.object().putArray("parties");
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var fingerprint = keys.write(folder.resolve(id), id);
            members.addObject()
                    .put("id", id)
                    .put("role", i < 2 ? "DATA" : "COMPUTE")
                    .put("endpoint", "127.0.0.1:" + reachedAt(ports[i], lines))
                    .put("fingerprint", fingerprint)
                    .put("receivesResult", i == 0);
        }
        for (int i = 0; i < ids.size(); i++) {
            var party = Json.object();
            party.put("self", ids.get(i));
            party.put("port", ports[i]);
            party.put("plugins", Path.of(option("plugins")).toAbsolutePath().toString());
            party.put("task", task);
            party.put("waiting", options.getOrDefault("waiting", "no").equals("yes"));
            party.put("earlier", Integer.parseInt(options.getOrDefault("earlier", "0")));
            party.put("minimumResultSize", options.getOrDefault("minimum", "1"));
            party.put("heapMegabytes", Integer.parseInt(options.getOrDefault("child-heap", "512")));
            party.put(
                    "sourceMegabytes",
                    Integer.parseInt(options.getOrDefault("source-memory", "512")));
            party.set("parties", members);
            if (i == 0) {
                party.put("source", Path.of(option("left")).toAbsolutePath().toString());
                party.set("joinColumns", Json.tree(columns("left-join")));
                party.set("resultColumns", Json.tree(columns("left-result")));
            } else if (i == 1) {
                party.put("source", Path.of(option("right")).toAbsolutePath().toString());
                party.set("joinColumns", Json.tree(columns("right-join")));
                party.set("resultColumns", Json.tree(List.of()));
            }
            Files.writeString(folder.resolve(ids.get(i)).resolve("party.json"), Json.write(party));
        }
        return lines;
    }

    /// The port itself, or the beginning of a line to it.
    private int reachedAt(int port, List<ShapedLink> lines) throws IOException {
        var line = options.get("line");
        if (line == null) {
            return port;
        }
        var parts = line.split(",", 2);
        var link = new ShapedLink(port, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        lines.add(link);
        return link.port();
    }

    private List<String> columns(String name) {
        return Arrays.stream(option(name).split(",")).map(String::strip).toList();
    }

    private int[] freePorts() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < ids.size(); i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
