package io.databourse.mpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Seeded sets of telephone numbers of chosen sizes and overlaps.
public final class SeededCases {
    private SeededCases() {}

    /// One list for each owner: so many keys each, of which the first so many are common to all;
    /// shuffled.
    public static List<List<String>> sets(int common, int... sizes) {
        var random = new Random(common + 31L * sizes[0]);
        var sets = new ArrayList<List<String>>();
        for (int owner = 0; owner < sizes.length; owner++) {
            var keys = new ArrayList<String>();
            for (int i = 0; i < sizes[owner]; i++) {
                keys.add((i < common ? "1" : 2 + owner) + "" + (1_000_000_000 + i));
            }
            Collections.shuffle(keys, random);
            sets.add(keys);
        }
        return sets;
    }
}
