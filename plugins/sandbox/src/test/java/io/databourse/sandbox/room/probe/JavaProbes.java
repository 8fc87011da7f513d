package io.databourse.sandbox.room.probe;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// Tries to get out of a room from a JVM. Prints one line a probe: its name and `blocked`, or what
/// it got. Arguments: a process of the host, a file of the host.
public final class JavaProbes {
    /// System calls by number on x86_64, as in `probes.py`.
    private static final Map<String, Integer> CALLS =
            Map.ofEntries(
                    Map.entry("mount", 165),
                    Map.entry("umount2", 166),
                    Map.entry("pivot_root", 155),
                    Map.entry("chroot", 161),
                    Map.entry("setns", 308),
                    Map.entry("unshare", 272),
                    Map.entry("ptrace", 101),
                    Map.entry("process_vm_readv", 310),
                    Map.entry("keyctl", 250),
                    Map.entry("bpf", 321),
                    Map.entry("io_uring_setup", 425),
                    Map.entry("perf_event_open", 298),
                    Map.entry("userfaultfd", 323),
                    Map.entry("open_by_handle_at", 304),
                    Map.entry("personality", 135),
                    Map.entry("mknod", 133),
                    Map.entry("setuid", 105),
                    Map.entry("capset", 126),
                    Map.entry("memfd_create", 319),
                    Map.entry("pidfd_open", 434),
                    Map.entry("clone3", 435),
                    Map.entry("clock_settime", 227),
                    Map.entry("reboot", 169));

    /// What a JVM opens of its own, and a worker's program and data.
    private static final String HARMLESS = "[^/].*|/(usr/|p|worker/|data/).*|/dev/(null|u?random)";

    private final Map<String, Callable<String>> probes = new TreeMap<>();

    private JavaProbes() {}

    public static void main(String[] arguments) throws Throwable {
        var all = new JavaProbes();
        all.files(arguments[1]);
        all.network();
        all.processes(Long.parseLong(arguments[0]));
        all.calls();
        all.probes.forEach((name, probe) -> System.out.println(name + " " + outcome(probe)));
        System.out.println(all.probes.size() + " probes");
    }

    private static String outcome(Callable<String> probe) {
        try {
            var got = probe.call();
            return got.isEmpty() ? "blocked" : "GOT " + got;
        } catch (IOException | SecurityException | UnsupportedOperationException _) {
            return "blocked";
        } catch (Exception e) {
            return "GOT the probe itself failed: " + e;
        }
    }

    private void files(String hostFile) {
        for (var path :
                new String[] {
                    "/etc/shadow",
                    "/proc/1/root/etc/shadow",
                    "/proc/1/mem",
                    "/root/.bashrc",
                    hostFile
                }) {
            probes.put("read " + path, () -> Files.readString(Path.of(path)));
        }
        for (var path :
                new String[] {
                    "/usr/new", "/etc/passwd", "/new", "/dev/new", "/probe/new", "/proc/1/uid_map"
                }) {
            probes.put("write " + path, () -> Files.writeString(Path.of(path), "x").toString());
        }
        probes.put(
                "link to shadow",
                () ->
                        Files.readString(
                                Files.createSymbolicLink(
                                        Path.of("/work/link"), Path.of("/etc/shadow"))));
        probes.put(
                "hard link",
                () -> Files.createLink(Path.of("/work/hard"), Path.of("/etc/passwd")).toString());
        probes.put(
                "environment",
                () ->
                        System.getenv().keySet().stream()
                                .filter(name -> !name.matches("PATH|HOME|LANG|PWD"))
                                .toList()
                                .toString()
                                .replace("[]", ""));
        probes.put(
                "descriptors",
                () -> {
                    try (var all = Files.list(Path.of("/proc/self/fd"))) {
                        return String.join(
                                " ",
                                all.map(JavaProbes::leadsTo)
                                        .filter(to -> !to.matches(HARMLESS))
                                        .toList());
                    }
                });
    }

    private static String leadsTo(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private void network() {
        probes.put("connect", () -> new Socket(InetAddress.ofLiteral("127.0.0.1"), 22).toString());
        probes.put("listen", () -> new ServerSocket(0).toString());
        probes.put("datagram", () -> new DatagramSocket().toString());
        probes.put("resolve", () -> InetAddress.getAllByName("example.org")[0].toString());
        probes.put("channel", () -> SocketChannel.open().toString());
        probes.put("server channel", () -> ServerSocketChannel.open().toString());
        probes.put(
                "docker",
                () ->
                        SocketChannel.open(UnixDomainSocketAddress.of("/var/run/docker.sock"))
                                .toString());
    }

    private void processes(long host) {
        probes.put(
                "processes",
                () -> {
                    long seen = ProcessHandle.allProcesses().count();
                    return seen > 2 ? Long.toString(seen) : "";
                });
        probes.put(
                "kill",
                () ->
                        ProcessHandle.of(host).filter(ProcessHandle::destroyForcibly).isPresent()
                                ? "killed"
                                : "");
        probes.put("shell", () -> new ProcessBuilder("/bin/sh", "-c", "id").start().toString());
        probes.put("mount program", () -> new ProcessBuilder("mount").start().toString());
    }

    @SuppressWarnings("restricted") // the JVM room allows native access
    private void calls() {
        var linker = Linker.nativeLinker();
        var syscall =
                linker.downcallHandle(
                        linker.defaultLookup().find("syscall").orElseThrow(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
        CALLS.forEach((name, number) -> probes.put("call " + name, () -> call(syscall, number)));
        for (long family : new long[] {2, 10, 16, 17, 40}) {
            probes.put("socket family " + family, () -> call(syscall, 41, family, 1L));
        }
    }

    private static String call(MethodHandle syscall, long number, long... arguments)
            throws Exception {
        var given = java.util.Arrays.copyOf(arguments, 4);
        try {
            long result =
                    (long) syscall.invokeExact(number, given[0], given[1], given[2], given[3]);
            return result == -1 ? "" : Long.toString(result);
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
