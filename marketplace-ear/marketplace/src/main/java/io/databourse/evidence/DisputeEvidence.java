package io.databourse.evidence;

import io.databourse.call.PageRequest;
import io.databourse.settlement.dispute.EvidenceFinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds for a dispute what the log knows about it.
@ApplicationScoped
class DisputeEvidence implements EvidenceFinder {
    private final EvidenceStore store;

    @Inject
    DisputeEvidence(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public List<String> about(Collection<String> things) {
        PageRequest most = PageRequest.first(PageRequest.MOST);
        return things.stream()
                .flatMap(thing -> store.list(Optional.of(thing), Optional.empty(), most).stream())
                .map(entry -> entry.id().value())
                .distinct()
                .sorted()
                .toList();
    }
}
