package io.databourse.dispatch;

import java.util.List;

/// A column that a room sees.
///
/// @param role what the rules let it be used for; `NONE` if they name no part for it, so that only
///   scripts see it
/// @param description from the data dictionary
/// @param samples values that the owner chose to show, masked
public record RoomColumn(
        String name,
        String type,
        boolean nullable,
        String role,
        List<String> aggregates,
        String description,
        List<String> samples) {
    public RoomColumn {
        aggregates = List.copyOf(aggregates);
        samples = List.copyOf(samples);
    }
}
