package io.databourse.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One part of a list.
///
/// @param next the cursor of the part after it, if there is one
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /// Cuts a page from what a query found that asked for one item more than wanted.
    public static <T> Page<T> cut(List<T> found, PageRequest page, Function<T, String> cursor) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
