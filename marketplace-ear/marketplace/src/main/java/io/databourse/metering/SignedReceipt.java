package io.databourse.metering;

import java.util.List;

/// A receipt with all that it takes to check it.
///
/// @param document JSON text; its UTF-8 bytes are the leaf
/// @param path from the leaf's sibling to the root's child
public record SignedReceipt(
        String document, long counter, int position, List<String> path, MeterBatch batch) {
    public SignedReceipt {
        path = List.copyOf(path);
    }
}
