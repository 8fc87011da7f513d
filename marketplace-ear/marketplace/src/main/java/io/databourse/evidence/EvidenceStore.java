package io.databourse.evidence;

import io.databourse.call.PageRequest;
import io.databourse.crypto.Digest;
import io.databourse.crypto.MerkleFrontier;
import io.databourse.crypto.MerkleNodes;
import java.util.List;
import java.util.Optional;

/// Port to storage. Everything is only ever added.
interface EvidenceStore extends MerkleNodes {
    void insert(EntryRow entry);

    Optional<EvidenceEntry> find(EntryId id);

    /// Newest first, one more than asked for if there is one.
    ///
    /// @param subject an id that the entry is about or names; every entry if empty
    /// @param reader an organisation that the entry must name; every entry if empty
    List<EvidenceEntry> list(Optional<String> subject, Optional<String> reader, PageRequest page);

    /// What one stage did with one thing, oldest first; the first of it if that is much.
    List<EvidenceEntry> about(String stage, String subject);

    /// Whether this transaction may sequence; there is one at a time in all instances.
    boolean tryLead();

    /// Entries without a place, oldest first.
    List<Waiting> waiting(int most);

    /// How many entries have a place; places have no gap.
    long size();

    /// Gives the entries the places from `first` on, and adds the tree's nodes that are complete by
    /// that.
    void place(long first, List<Waiting> entries, List<MerkleFrontier.Node> completed);

    /// An entry that has no place yet.
    record Waiting(String id, Digest leafHash) {}

    void insert(Checkpoint checkpoint);

    Optional<Checkpoint> newestCheckpoint();
}
