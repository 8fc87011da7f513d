package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What passes between two owners looks random: every byte value comes as often as every other.
class TranscriptTest {
    /// Headers of messages, sizes and versions are not random, but few among many.
    private static final int ROWS = 100_000;

    /// The messages with the version, the job's terms, the sizes and columns' names, which are no
    /// secret, are the same in each run of one job.
    private static final int OPEN_STRETCHES = 120;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"psi-distributed", "psi-join-distributed"})
    void the_bytes_that_each_owner_sends_are_uniform(String task) throws Exception {
        var transcripts = MadeUpRun.transcripts(task, ROWS, folder);
        assertThat(transcripts).hasSize(2);
        transcripts.forEach((link, bytes) -> {
            // 255 degrees of freedom; sorted outputs ascend, but slowly
            assertThat(bytes.length).as(link).isGreaterThan(500_000);
            assertThat(chiSquare(bytes)).as(link).isBetween(150.0, 400.0);
        });
    }

    @Test
    void the_measure_finds_what_is_not_uniform() {
        var bytes = new byte[1_000_000];
        new java.util.Random(1).nextBytes(bytes);
        assertThat(chiSquare(bytes)).isBetween(150.0, 400.0);
        for (int i = 0; i < bytes.length; i += 200) {
            bytes[i] = 0;
        }
        assertThat(chiSquare(bytes)).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"psi-distributed", "psi-join-distributed"})
    void two_runs_over_the_same_data_send_nothing_the_same(String task) throws Exception {
        var one = MadeUpRun.transcripts(task, 1000, folder);
        var other = MadeUpRun.transcripts(task, 1000, folder);
        one.forEach((link, bytes) -> {
            assertThat(bytes.length).as(link).isGreaterThan(50_000);
            var seen = stretches(bytes);
            seen.retainAll(stretches(other.getOrDefault(link, new byte[0])));
            assertThat(seen.size()).as(link).isLessThan(OPEN_STRETCHES);
        });
    }

    /// Every eight bytes in a row, wherever they begin.
    private static Set<Long> stretches(byte[] bytes) {
        var all = new HashSet<Long>();
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i + Long.BYTES <= bytes.length; i++) {
            all.add(buffer.getLong(i));
        }
        return all;
    }

    private static double chiSquare(byte[] bytes) {
        var counts = new int[256];
        for (byte each : bytes) {
            counts[each & 0xff]++;
        }
        double expected = bytes.length / 256.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
