package io.databourse.catalog;

import java.util.Locale;
import java.util.stream.Collectors;

/// The texts of a listing that a search looks into, by how much a find in them counts.
record SearchText(String name, String keywords, String rest) {
    static SearchText of(Listing listing) {
        String fields =
                listing.sheet().fields().stream()
                        .map(field -> field.name() + " " + field.description())
                        .collect(Collectors.joining(" "));
        return new SearchText(
                lower(listing.name()),
                lower(String.join(" ", listing.keywords())),
                lower(listing.overview() + " " + fields + " " + listing.merchantName()));
    }

    /// The weight of the best place where the word stands; zero if nowhere.
    int weight(String word) {
        if (name.contains(word)) {
            return ListingQuery.IN_NAME;
        }
        if (keywords.contains(word)) {
            return ListingQuery.IN_KEYWORD;
        }
        return rest.contains(word) ? ListingQuery.ELSEWHERE : 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
