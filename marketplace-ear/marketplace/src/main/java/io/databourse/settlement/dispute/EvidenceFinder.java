package io.databourse.settlement.dispute;

import java.util.Collection;
import java.util.List;

/// Knows the evidence log, which is kept by a later stage: that stage implements it.
public interface EvidenceFinder {
    /// The ids of the log's entries that are about or name any of the things, oldest first.
    List<String> about(Collection<String> things);
}
