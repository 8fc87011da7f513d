package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `mpc/psi-distributed` where both owners receive the result. The protocol gives its output to one
/// side ([DistributedOwner]); once enough keys match, that side tells the other in which of the
/// places of its outputs it found a match, and the other knows whose outputs it sent there. Places
/// say nothing else: outputs are sent in an order that is random to the receiver, and padding
/// matches nothing.
final class TwoSidedPsi {
    private final PartyContext context;
    private final DistributedOwner owner;

    TwoSidedPsi(PartyContext context, DistributedOwner owner) {
        this.context = context;
        this.owner = owner;
    }

    /// At the owner that finds the matches. It begins with the first bucket in each attempt, for
    /// the other owner's outputs are new in each.
    Outcome find(TagSet tags) throws InterruptedException, IOException {
        var matches = new Matches(tags.size());
        try (var places = new RankSpool(file("places-found"))) {
            owner.receive(
                    tags,
                    (place, rank, _, _) -> {
                        matches.add(rank);
                        places.add(place);
                    });
            if (!owner.verdict().reveal(matches.count())) {
                return owner.verdict().tooSmall();
            }
            owner.peer().send(Peer.message(Peer.PLACES, Long.BYTES).putLong(places.count()));
            places.send(owner.peer());
        }
        return write(matches, tags);
    }

    /// At the owner that is told.
    Outcome hear(TagSet tags) throws InterruptedException, IOException {
        var file = file("places-sent");
        try {
            try (var sent = new LongWriter(file)) {
                owner.give(tags, (rank, _, _) -> sent.put(rank));
            }
            if (!owner.verdict().receive()) {
                return owner.verdict().tooSmall();
            }
            return write(told(tags, file), tags);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Matches told(TagSet tags, Path sent) throws InterruptedException, IOException {
        var peer = owner.peer();
        long count = peer.receive(Peer.PLACES, Long.BYTES).getLong();
        peer.require(
                count >= Parties.of(context).minimumResultSize() && count <= tags.size(),
                "a wrong size of the intersection");
        context.meter().learned(PsiCard.INTERSECTION_SIZE, count);
        var matches = new Matches(tags.size());
        var places = new RankReader(peer, count, Files.size(sent) / Long.BYTES);
        try (var ranks = new LongReader(sent)) {
            long place = -1;
            while (places.hasNext()) {
                long rank = DistributedPlaces.PADDING;
                for (long next = places.next(); place < next; place++) {
                    rank = ranks.next();
                }
                peer.require(rank != DistributedPlaces.PADDING, "a place of padding");
                matches.add(rank);
            }
        }
        return matches;
    }

    private Outcome write(Matches matches, TagSet tags) throws InterruptedException, IOException {
        try (var matched = new MatchedRows(context, tags)) {
            matches.mark(matched);
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }

    private Path file(String name) {
        return context.workspace().resolve(name);
    }
}
