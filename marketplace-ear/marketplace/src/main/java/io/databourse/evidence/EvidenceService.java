package io.databourse.evidence;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleProof;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Shows the log: entries to those whom they concern, proofs and checkpoints to everybody.
@ApplicationScoped
@Transactional
public class EvidenceService {
    private final EvidenceStore store;
    private final MerchantService merchants;

    @Inject
    EvidenceService(EvidenceStore store, MerchantService merchants) {
        this.store = store;
        this.merchants = merchants;
    }

    /// The entries that concern the caller's organisation, newest first; all for operator and
    /// regulator.
    ///
    /// @param subject an id that they are about or name
    public Page<EvidenceEntry> entries(Caller caller, Optional<String> subject, PageRequest page) {
        Optional<String> reader =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        ? Optional.empty()
                        : Optional.of(merchants.requireActiveOrganisation(caller).id().value());
        return Page.cut(store.list(subject, reader, page), page, entry -> entry.id().value());
    }

    /// Everything about one id, oldest first.
    public List<EvidenceEntry> story(Caller caller, String id) {
        return entries(caller, Optional.of(id), PageRequest.first(PageRequest.MOST))
                .items()
                .reversed();
    }

    public EvidenceEntry find(Caller caller, EntryId id) {
        return store.find(id)
                .filter(entry -> mayRead(caller, entry))
                .orElseThrow(() -> notFound(id));
    }

    private boolean mayRead(Caller caller, EvidenceEntry entry) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .map(own -> own.id().value())
                        .filter(own ->
                                entry.subjectId().equals(own) || entry.related().contains(own))
                        .isPresent();
    }

    /// Proves that the entry is in the newest checkpoint's tree.
    public InclusionProof inclusionProof(EntryId id) {
        EvidenceEntry entry = store.find(id).orElseThrow(() -> notFound(id));
        Checkpoint checkpoint = checkpoint();
        if (entry.index() < 0 || entry.index() >= checkpoint.treeSize()) {
            throw Refusal.of(ErrorCode.NOT_READY, "Entry %s gets its place within a second.", id);
        }
        List<String> path =
                texts(MerkleProof.inclusion(entry.index(), checkpoint.treeSize(), store));
        return new InclusionProof(
                id, entry.index(), checkpoint.treeSize(), entry.leafHash(), path, checkpoint);
    }

    /// Proves that the tree of one size is the beginning of the tree of another.
    public ConsistencyProof consistencyProof(long from, long to) {
        long size = store.size();
        if (from < 1 || to < from || to > size) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/from", from + " to " + to, "1 ≤ from ≤ to ≤ " + size)));
        }
        return new ConsistencyProof(
                from,
                to,
                MerkleProof.root(from, store).toString(),
                MerkleProof.root(to, store).toString(),
                texts(MerkleProof.consistency(from, to, store)));
    }

    public Checkpoint checkpoint() {
        return store.newestCheckpoint()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_READY, "The log is empty."));
    }

    private static List<String> texts(List<Digest> hashes) {
        return hashes.stream().map(Digest::toString).toList();
    }

    private static Refusal notFound(EntryId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no entry %s.", id);
    }
}
