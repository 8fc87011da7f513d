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

class TagPartitionsTest {
    private static final Comparator<Tagged> ASCENDING =
            Comparator.comparing(Tagged::high, Long::compareUnsigned)
                    .thenComparing(Tagged::low, Long::compareUnsigned);

    @TempDir private Path folder;

    private record Tagged(long high, long low, long row) {}

    @Test
    void one_partition_is_sorted_in_memory() throws Exception {
        checkSorted(random(900), 1_000);
    }

    @Test
    void many_partitions_follow_each_other_in_order() throws Exception {
        checkSorted(random(50_000), 2_000);
    }

    @Test
    void a_key_of_very_many_rows_is_sorted_all_the_same() throws Exception {
        var tags = random(5_000);
        for (int row = 5_000; row < 12_000; row++) {
            tags.add(new Tagged(-7L, 3, row));
        }
        checkSorted(tags, 1_000);
    }

    @Test
    void no_tags_are_an_empty_set() throws Exception {
        checkSorted(List.of(), 1_000);
    }

    private static List<Tagged> random(int count) {
        var random = new Random(2);
        var tags = new ArrayList<Tagged>();
        for (int row = 0; row < count; row++) {
            var seeded = new Random(random.nextLong());
            tags.add(new Tagged(seeded.nextLong(), seeded.nextLong(), row));
        }
        return tags;
    }

    private void checkSorted(List<Tagged> tags, int inMemory) throws Exception {
        var partitions = new TagPartitions(folder, (_, _, _, _) -> {}, tags.size(), inMemory);
        for (var tag : tags) {
            partitions.add(tag.high(), tag.low(), tag.row());
        }
        var read = read(partitions.sorted());
        assertThat(read).isSortedAccordingTo(ASCENDING);
        read.sort(Comparator.comparingLong(Tagged::row));
        assertThat(read).isEqualTo(tags);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tags", "rows");
    }

    private static List<Tagged> read(TagSet set) throws IOException {
        var all = new ArrayList<Tagged>();
        try (var tags = new LongReader(set.tags());
                var rows = new LongReader(set.rows())) {
            while (rows.hasNext()) {
                long row = rows.next();
                boolean same = (row & 1) == 1;
                all.add(
                        new Tagged(
                                same ? all.getLast().high() : tags.next(),
                                same ? all.getLast().low() : tags.next(),
                                row >>> 1));
            }
            assertThat(tags.hasNext()).isFalse();
        }
        assertThat(set.rowCount()).isEqualTo(all.size());
        return all;
    }
}
