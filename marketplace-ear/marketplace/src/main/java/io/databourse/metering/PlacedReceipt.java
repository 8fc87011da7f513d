package io.databourse.metering;

import java.util.List;
import java.util.Optional;

/// A receipt among others whose batches are given beside them.
///
/// @param document JSON text; its UTF-8 bytes are the leaf
/// @param batch the id of the batch whose statement is signed
/// @param path from the leaf's sibling to the root's child; absent where there would be too many,
///   the receipt itself has it
public record PlacedReceipt(
        String document, long counter, long batch, int position, Optional<List<String>> path) {}
