package io.databourse.sandbox.room;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The system call filter of a room, a classic BPF program as the kernel takes it.
///
/// It lists what is allowed; for everything else the kernel answers that it has no such call
/// (ENOSYS), so that libraries use what came before: glibc, for one, falls back from `clone3`,
/// whose flags no filter can see, to `clone`. The format is that of Linux,
/// Documentation/userspace-api/seccomp_filter.rst and include/uapi/linux/filter.h.
final class Seccomp {
    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_GREATER_EQUAL = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int ERRNO = 0x00050000;
    private static final int EPERM = 1;
    private static final int ENOTTY = 25;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    private static final int OFFSET_NUMBER = 0;
    private static final int OFFSET_ARCHITECTURE = 4;
    private static final int OFFSET_ARGUMENTS = 16;

    private static final int AF_UNIX = 1;

    /// NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. (NEWTIME cannot be asked
    /// for with clone, whose lowest byte is a signal's number.)
    private static final int NEW_NAMESPACE = 0x7e020000;

    /// TCGETS, TIOCGPGRP, TIOCSPGRP, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX.
    private static final int[] IOCTLS = {
        0x5401, 0x540f, 0x5410, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451
    };

    private final List<long[]> program = new ArrayList<>();

    private Seccomp() {}

    /// For the machine that this runs on.
    static byte[] filter() throws RoomUnavailable {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> filter(Machine.X86_64);
            case "aarch64" -> filter(Machine.AARCH64);
            case String other ->
                    throw new RoomUnavailable(
                            "rooms need an x86_64 or aarch64 machine, this is " + other);
        };
    }

    static byte[] filter(Machine machine) {
        var seccomp = new Seccomp();
        seccomp.write(machine);
        var bytes =
                ByteBuffer.allocate(seccomp.program.size() * Long.BYTES)
                        .order(ByteOrder.nativeOrder());
        for (var one : seccomp.program) {
            bytes.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]);
            bytes.putInt((int) one[3]);
        }
        return bytes.array();
    }

    private void write(Machine machine) {
        load(OFFSET_ARCHITECTURE);
        add(JUMP_EQUAL, 1, 0, machine.audit);
        result(KILL_PROCESS);
        load(OFFSET_NUMBER);
        if (machine == Machine.X86_64) {
            // The x32 calls, numbered from 2^30, would go round everything below.
            add(JUMP_GREATER_EQUAL, 0, 1, 0x40000000);
            result(KILL_PROCESS);
        }
        var calls = machine.calls();
        guard(calls.guarded("socket"), this::onlyUnix);
        guard(calls.guarded("socketpair"), this::onlyUnix);
        guard(calls.guarded("clone"), this::noNamespace);
        guard(calls.guarded("ioctl"), this::knownIoctl);
        ranges(calls.free());
        result(ERRNO | ENOSYS);
    }

    /// Runs a check, which ends in a result, if the call has this number.
    private void guard(int number, Runnable check) {
        int at = program.size();
        program.add(new long[0]);
        check.run();
        program.set(at, new long[] {JUMP_EQUAL, 0, program.size() - at - 1, number});
    }

    private void onlyUnix() {
        load(OFFSET_ARGUMENTS);
        add(JUMP_EQUAL, 0, 1, AF_UNIX);
        result(ALLOW);
        result(ERRNO | EAFNOSUPPORT);
    }

    private void noNamespace() {
        load(OFFSET_ARGUMENTS);
        add(JUMP_ANY_BIT, 0, 1, NEW_NAMESPACE);
        result(ERRNO | EPERM);
        result(ALLOW);
    }

    private void knownIoctl() {
        load(OFFSET_ARGUMENTS + Long.BYTES);
        for (int i = 0; i < IOCTLS.length; i++) {
            add(JUMP_EQUAL, IOCTLS.length - i, 0, IOCTLS[i]);
        }
        result(ERRNO | ENOTTY);
        result(ALLOW);
    }

    /// Neighbouring numbers share one comparison. The accumulator holds the number.
    private void ranges(SortedSet<Integer> numbers) {
        while (!numbers.isEmpty()) {
            int first = numbers.removeFirst();
            int next = first + 1;
            while (numbers.remove(next)) {
                next++;
            }
            add(JUMP_GREATER_EQUAL, 3, 0, next);
            add(JUMP_GREATER_EQUAL, 1, 0, first);
            result(ERRNO | ENOSYS);
            result(ALLOW);
        }
    }

    private void load(int offset) {
        add(LOAD_WORD, 0, 0, offset);
    }

    private void result(int value) {
        add(RETURN, 0, 0, value);
    }

    private void add(int code, int ifTrue, int ifFalse, int operand) {
        program.add(new long[] {code, ifTrue, ifFalse, operand});
    }

    enum Machine {
        X86_64(0xc000003e, 1),
        AARCH64(0xc00000b7, 2);

        private final int audit;
        private final int column;

        Machine(int audit, int column) {
            this.audit = audit;
            this.column = column;
        }

        Calls calls() {
            var free = new TreeSet<Integer>();
            var guarded = new java.util.HashMap<String, Integer>();
            for (var line : table().lines().filter(one -> !one.startsWith("#")).toList()) {
                var fields = line.split("\t", -1);
                if (fields[column].equals("-")) {
                    continue;
                }
                int number = Integer.parseInt(fields[column]);
                if (fields[0].endsWith("*")) {
                    guarded.put(fields[0].substring(0, fields[0].length() - 1), number);
                } else {
                    free.add(number);
                }
            }
            return new Calls(free, guarded);
        }

        private static String table() {
            try (InputStream in = Seccomp.class.getResourceAsStream("syscalls.tsv")) {
                return new String(
                        java.util.Objects.requireNonNull(in).readAllBytes(),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("the list of system calls cannot be read", e);
            }
        }
    }

    record Calls(SortedSet<Integer> free, java.util.Map<String, Integer> named) {
        int guarded(String name) {
            return java.util.Objects.requireNonNull(named.get(name), name);
        }
    }
}
