package io.databourse.quota;

import java.time.Instant;
import java.util.Optional;

/// A pack and what became of its units.
///
/// @param units as granted
/// @param unused what is left, what is held of it included
/// @param takenOver unused units that came from the pack before it
/// @param passedOn unused units that went to the next pack
/// @param expired unused units that nobody can use any more
public record PackStory(
        String id,
        long units,
        Instant validFrom,
        Optional<Instant> validUntil,
        boolean ended,
        long unused,
        long takenOver,
        long passedOn,
        long expired) {}
