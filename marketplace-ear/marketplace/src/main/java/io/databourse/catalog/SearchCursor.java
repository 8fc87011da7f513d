package io.databourse.catalog;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;

/// Where a page of a ranked search ended: the rank and the id of its last listing.
record SearchCursor(int rank, ListingId id) {
    static SearchCursor parse(String text) {
        String[] parts = text.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}")) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "This is no cursor: %s", text);
        }
        return new SearchCursor(Integer.parseInt(parts[0]), new ListingId(parts[1]));
    }

    String text() {
        return rank + "." + id.value();
    }

    /// Whether a listing of this rank and id comes after the cursor.
    boolean isBefore(int otherRank, ListingId other) {
        return otherRank < rank || (otherRank == rank && other.value().compareTo(id.value()) < 0);
    }
}
