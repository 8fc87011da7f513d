package io.databourse.evidence;

import java.util.List;

/// Shows that a leaf is in the tree of a checkpoint (RFC 9162 §2.1.3).
public record InclusionProof(
        EntryId entryId,
        long index,
        long treeSize,
        String leafHash,
        List<String> path,
        Checkpoint checkpoint) {
    public InclusionProof {
        path = List.copyOf(path);
    }
}
