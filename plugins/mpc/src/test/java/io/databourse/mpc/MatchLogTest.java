package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchLogTest {
    private static final int SIZE = 300;

    @TempDir private Path folder;

    @Test
    void finished_buckets_come_back_with_their_matches() throws IOException {
        write(100, 7, 193);
        var matches = new Matches(SIZE);
        try (var log = MatchLog.open(file(), matches, SIZE)) {
            assertThat(log.buckets()).isEqualTo(3);
            assertThat(log.ranks()).isEqualTo(SIZE);
        }
        assertThat(matches.among(0, SIZE)).isEqualTo(everyThird().among(0, SIZE));
    }

    @Test
    void a_bucket_that_was_cut_off_does_not_count_and_is_written_anew() throws IOException {
        write(100, 7, 193);
        var whole = Files.readAllBytes(file());
        for (int length = whole.length - 1; length >= 0; length -= 11) {
            Files.write(file(), Arrays.copyOf(whole, length));
            var matches = new Matches(SIZE);
            try (var log = MatchLog.open(file(), matches, SIZE)) {
                assertThat(log.buckets()).isLessThan(3);
                assertThat(matches.among(0, SIZE))
                        .isEqualTo(everyThird().among(0, (int) log.ranks()));
            }
        }
        write(100, 7, 193);
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }

    @Test
    void a_changed_bit_is_noticed() throws IOException {
        write(SIZE);
        var bytes = Files.readAllBytes(file());
        bytes[20] ^= 1;
        Files.write(file(), bytes);
        var matches = new Matches(SIZE);
        try (var log = MatchLog.open(file(), matches, SIZE)) {
            assertThat(log.buckets()).isZero();
        }
        assertThat(matches.count()).isZero();
    }

    private void write(int... buckets) throws IOException {
        var matches = everyThird();
        long rank = 0;
        try (var log = MatchLog.open(file(), new Matches(SIZE), SIZE)) {
            for (int keys : buckets) {
                if (rank >= log.ranks()) {
                    log.add(matches, rank, keys);
                }
                rank += keys;
            }
        }
    }

    private static Matches everyThird() {
        var matches = new Matches(SIZE);
        for (int rank = 0; rank < SIZE; rank += 3) {
            matches.add(rank);
        }
        return matches;
    }

    private Path file() {
        return folder.resolve("matches");
    }
}
