package io.databourse.evidence;

import io.databourse.crypto.Digest;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.MerkleFrontier;
import io.databourse.crypto.Pem;
import io.databourse.evidence.EvidenceStore.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Gives entries their places, and signs the tree that they then make.
///
/// See `docs/decisions/2026-11-21-evidence-index-is-assigned-after-commit.md`.
@ApplicationScoped
class EvidenceLog {
    static final String ORIGIN = "databourse/evidence";

    /// How many entries are placed at once, under one signature.
    static final int BATCH = 1000;

    private final EvidenceStore store;
    private final ExchangeKeys keys;
    private final Clock clock;

    @Inject
    EvidenceLog(EvidenceStore store, ExchangeKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /// Places what has been committed since the last time.
    ///
    /// @return how many entries were placed; none if another instance is at it
    @Transactional
    public int sequence() {
        if (!store.tryLead()) {
            return 0;
        }
        List<Waiting> entries = store.waiting(BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        long first = store.size();
        MerkleFrontier frontier = MerkleFrontier.restore(first, store);
        List<MerkleFrontier.Node> completed = new ArrayList<>();
        for (Waiting entry : entries) {
            var append = frontier.append(entry.leafHash());
            completed.addAll(append.completed());
            frontier = append.frontier();
        }
        store.place(first, entries, completed);
        store.insert(checkpoint(frontier));
        return entries.size();
    }

    private Checkpoint checkpoint(MerkleFrontier tree) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Digest root = tree.root();
        String text =
                "%s\n%d\n%s\n%s\n"
                        .formatted(
                                ORIGIN,
                                tree.size(),
                                Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(root.hex())),
                                now);
        return new Checkpoint(
                ORIGIN,
                tree.size(),
                root.toString(),
                now,
                text,
                keys.signer().signDocument(text),
                Pem.of(keys.signerCertificate()));
    }
}
