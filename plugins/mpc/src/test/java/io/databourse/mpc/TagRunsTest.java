package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagRunsTest {
    @TempDir private Path folder;

    private record Tagged(long high, long low, long row) {}

    @Test
    void many_runs_merge_into_one_ascending_sequence() throws IOException {
        checkSorted(20_000, 512, Long.MAX_VALUE);
    }

    @Test
    void a_few_tags_many_times_come_together() throws IOException {
        checkSorted(5_000, 100, 7);
    }

    @Test
    void tags_that_agree_in_their_first_bits_are_told_apart() throws IOException {
        var random = new Random(3);
        var tags = new ArrayList<Tagged>();
        for (int row = 0; row < 1_000; row++) {
            tags.add(new Tagged(random.nextInt(1 << 20), random.nextInt(4), row));
        }
        checkSorted(tags, 1_000);
    }

    @Test
    void no_tags_are_no_runs() throws IOException {
        assertThat(new TagRuns(folder, 0).finish()).isEmpty();
    }

    private void checkSorted(int count, int perRun, long different) throws IOException {
        var random = new Random(2);
        var tags = new ArrayList<Tagged>();
        for (int row = 0; row < count; row++) {
            var seeded = new Random(random.nextLong(different));
            tags.add(new Tagged(seeded.nextLong(), seeded.nextLong(), row));
        }
        checkSorted(tags, perRun);
    }

    private void checkSorted(List<Tagged> tags, int perRun) throws IOException {
        var runs = new TagRuns(folder, perRun);
        for (var tag : tags) {
            runs.add(tag.high(), tag.low(), tag.row());
        }
        var merged = new ArrayList<Tagged>();
        try (var merge = new TagMerge(runs.finish())) {
            while (merge.hasNext()) {
                merged.add(new Tagged(merge.high(), merge.low(), merge.takeRow()));
            }
        }
        assertThat(merged).containsExactlyInAnyOrderElementsOf(tags);
        assertThat(merged)
                .isSortedAccordingTo(
                        Comparator.comparing(Tagged::high, Long::compareUnsigned)
                                .thenComparing(Tagged::low, Long::compareUnsigned));
    }
}
