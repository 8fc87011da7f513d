package io.databourse.evidence;

import java.util.List;

/// Shows that an older tree is the beginning of a newer one (RFC 9162 §2.1.4).
public record ConsistencyProof(
        long fromSize, long toSize, String fromRoot, String toRoot, List<String> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
