package io.databourse.call;

import java.util.List;
import java.util.Optional;

/// Which part of a list is wanted.
///
/// @param limit 1 to 200 items
/// @param after the cursor [Page#next] of the page before
public record PageRequest(int limit, Optional<String> after) {
    public static final int MOST = 200;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid(List.of(new FieldError("/limit", "is " + limit, "1 to " + MOST)));
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
