package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketReaderTest {
    private static final Buckets FOUR = new Buckets(4, 100, 100, 9);

    @TempDir private Path folder;

    @Test
    void the_buckets_together_are_all_tags_in_their_order() throws IOException {
        var tags = new SplittableRandom(1).longs(200).toArray();
        sort(tags);
        int seen = 0;
        try (var reader = new BucketReader(write(tags), FOUR, 100, 0)) {
            for (int bucket = 0; bucket < 4; bucket++) {
                reader.read(bucket);
                for (int i = 0; i < reader.count(); i++) {
                    assertThat(FOUR.of(reader.keys()[2 * i])).isEqualTo(bucket);
                    assertThat(reader.keys()[2 * i]).isEqualTo(tags[seen]);
                    assertThat(reader.keys()[2 * i + 1]).isEqualTo(seen++);
                }
            }
        }
        assertThat(seen).isEqualTo(200);
    }

    @Test
    void buckets_may_be_empty() throws IOException {
        try (var reader = new BucketReader(write(new long[] {-1}), FOUR, 100, 0)) {
            for (int bucket = 0; bucket < 3; bucket++) {
                reader.read(bucket);
                assertThat(reader.count()).isZero();
            }
            reader.read(3);
            assertThat(reader.count()).isEqualTo(1);
        }
    }

    @Test
    void tags_that_all_fall_into_one_bucket_end_the_run_with_a_clear_word() throws IOException {
        var tags = new SplittableRandom(1).longs(101, 0, 1L << 61).toArray();
        sort(tags);
        try (var reader = new BucketReader(write(tags), FOUR, 100, 0)) {
            assertThatThrownBy(() -> reader.read(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("overflows");
        }
    }

    private static void sort(long[] tags) {
        Arrays.setAll(tags, i -> tags[i] + Long.MIN_VALUE);
        Arrays.sort(tags);
        Arrays.setAll(tags, i -> tags[i] + Long.MIN_VALUE);
    }

    private TagSet write(long[] tags) throws IOException {
        var file = folder.resolve("tags");
        try (var out = new LongWriter(file)) {
            for (int i = 0; i < tags.length; i++) {
                out.put(tags[i]);
                out.put(i);
            }
        }
        return TagSet.in(folder, tags.length, tags.length, 0, 0);
    }
}
