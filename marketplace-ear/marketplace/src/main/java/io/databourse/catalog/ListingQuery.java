package io.databourse.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A question to the shelf.
///
/// @param words in lower case; a listing must hold each of them
record ListingQuery(List<String> words, Optional<String> sector, Optional<String> task) {
    /// Weights of a word found in the name, in a keyword, or in a field or the overview.
    static final int IN_NAME = 4;

    static final int IN_KEYWORD = 2;
    static final int ELSEWHERE = 1;

    private static final int MOST_WORDS = 8;

    ListingQuery {
        words = List.copyOf(words);
    }

    static List<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
