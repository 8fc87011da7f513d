package io.databourse.metering;

import java.util.UUID;

/// Names a call, for ever.
///
/// @param source who made the id
/// @param id of version 7
public record CallKey(String source, UUID id) {
    @Override
    public String toString() {
        return source + "/" + id;
    }
}
