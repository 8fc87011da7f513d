package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs the filter in a small machine of its own; whether the kernel sees it the same way is what
/// the escape tests ask.
class SeccompTest {
    private static final int X86_64 = 0xc000003e;
    private static final int AARCH64 = 0xc00000b7;

    @ParameterizedTest
    @CsvSource({
        "read, 0, 0, 0, 7fff0000",
        "openat, 257, 0, 0, 7fff0000",
        "ptrace, 101, 0, 0, 50026",
        "clone3, 435, 0, 0, 50026",
        "io_uring_setup, 425, 0, 0, 50026",
        "unknown, 9999, 0, 0, 50026",
        "socket unix, 41, 1, 1, 7fff0000",
        "socket inet, 41, 2, 1, 50061",
        "socket vsock, 41, 40, 1, 50061",
        "clone thread, 56, 4001536, 0, 7fff0000",
        "clone newuser, 56, 268435473, 0, 50001",
        "clone newnet, 56, 1073741841, 0, 50001",
        "ioctl FIONREAD, 16, 0, 21531, 7fff0000",
        "ioctl TIOCSTI, 16, 0, 21522, 50019",
        "x32, 1073741863, 0, 0, 80000000"
    })
    void calls_are_decided_on_x86_64(
            String name, int number, int first, int second, String result) {
        assertThat(Integer.toHexString(run(Seccomp.Machine.X86_64, X86_64, number, first, second)))
                .as(name)
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "read, 63, 0, 0, 7fff0000",
        "ptrace, 117, 0, 0, 50026",
        "socket inet, 198, 2, 1, 50061",
        "socket unix, 198, 1, 1, 7fff0000",
        "clone newuser, 220, 268435473, 0, 50001",
        "unshare, 97, 0, 0, 50026"
    })
    void calls_are_decided_on_aarch64(
            String name, int number, int first, int second, String result) {
        assertThat(
                        Integer.toHexString(
                                run(Seccomp.Machine.AARCH64, AARCH64, number, first, second)))
                .as(name)
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"1073741827", "0"})
    void another_architecture_ends_the_process(int audit) {
        assertThat(Integer.toHexString(run(Seccomp.Machine.X86_64, audit, 0, 0, 0)))
                .isEqualTo("80000000");
    }

    private static int run(Seccomp.Machine machine, int audit, int number, int first, int second) {
        var data = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        data.putInt(0, number).putInt(4, audit).putLong(16, first).putLong(24, second);
        var program = ByteBuffer.wrap(Seccomp.filter(machine)).order(ByteOrder.nativeOrder());
        int accumulator = 0;
        for (int at = 0; ; at++) {
            int code = program.getShort(at * 8) & 0xffff;
            int ifTrue = program.get(at * 8 + 2) & 0xff;
            int ifFalse = program.get(at * 8 + 3) & 0xff;
            int operand = program.getInt(at * 8 + 4);
            switch (code) {
                case 0x20 -> accumulator = data.getInt(operand);
                case 0x06 -> {
                    return operand;
                }
                case 0x15 -> at += accumulator == operand ? ifTrue : ifFalse;
                case 0x35 ->
                        at += Integer.compareUnsigned(accumulator, operand) >= 0 ? ifTrue : ifFalse;
                case 0x45 -> at += (accumulator & operand) != 0 ? ifTrue : ifFalse;
                default -> throw new AssertionError("an instruction that is not used: " + code);
            }
        }
    }
}
