package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;

/// `mpc/psi-distributed` where both owners receive the result. The protocol gives its output to one
/// side ([DistributedOwner]); once enough keys match, that side tells the other in which of the
/// places of its outputs it found a match, and the other knows whose outputs it sent there. Places
/// say nothing else: outputs are sent in an order that is random to the receiver, and padding
/// matches nothing.
///
/// Both keep what they know of the places of each bucket that is done ([PlaceLog]), and a later
/// attempt begins behind those that both have from the same attempt.
final class TwoSidedPsi {
    private final PartyContext context;
    private final DistributedOwner owner;

    TwoSidedPsi(PartyContext context, DistributedOwner owner) {
        this.context = context;
        this.owner = owner;
    }

    /// At the owner that finds the matches.
    Outcome find(TagSet tags) throws InterruptedException, IOException {
        var matches = new Matches(tags.size());
        try (var log = PlaceLog.open(KeptTags.matches(context))) {
            log.keep(commonAtFinder(log));
            owner.receive(tags, FoundPlaces.in(log, matches, owner.attempt()));
            if (!owner.verdict().reveal(matches.count())) {
                return owner.verdict().tooSmall();
            }
            tell(log);
        }
        return write(matches, tags);
    }

    private int commonAtFinder(PlaceLog log) throws InterruptedException {
        var mine = log.attempts();
        var message = Peer.message(Peer.PLACES_KEPT, Long.BYTES * mine.size());
        mine.forEach(message::putLong);
        owner.peer().send(message);
        int common = owner.peer().receive(Peer.PLACES_KEPT, Integer.BYTES).getInt();
        owner.peer()
                .require(common >= 0 && common <= mine.size(), "more buckets than were asked for");
        return common;
    }

    private void tell(PlaceLog log) throws InterruptedException, IOException {
        try (var places = new RankSpool(file("places-found"))) {
            log.each(numbers -> FoundPlaces.spool(numbers, places));
            owner.peer().send(Peer.message(Peer.PLACES, Long.BYTES).putLong(places.count()));
            places.send(owner.peer());
        }
    }

    /// At the owner that is told.
    Outcome hear(TagSet tags) throws InterruptedException, IOException {
        try (var log = PlaceLog.open(KeptTags.matches(context))) {
            log.keep(commonAtTeller(log));
            owner.give(tags, new GivenPlaces(log, log.attempts().size(), owner.attempt()));
            if (!owner.verdict().receive()) {
                return owner.verdict().tooSmall();
            }
            return write(told(tags, log), tags);
        }
    }

    private int commonAtTeller(PlaceLog log) throws InterruptedException {
        var mine = log.attempts();
        var theirs = owner.peer().receive(Peer.PLACES_KEPT).asLongBuffer();
        int common = 0;
        while (common < mine.size() && theirs.hasRemaining() && theirs.get() == mine.get(common)) {
            common++;
        }
        owner.peer().send(Peer.message(Peer.PLACES_KEPT, Integer.BYTES).putInt(common));
        return common;
    }

    private Matches told(TagSet tags, PlaceLog log) throws InterruptedException, IOException {
        var peer = owner.peer();
        long count = peer.receive(Peer.PLACES, Long.BYTES).getLong();
        peer.require(
                count >= Parties.of(context).minimumResultSize() && count <= tags.size(),
                "a wrong size of the intersection");
        context.meter().learned(PsiCard.INTERSECTION_SIZE, count);
        return GivenPlaces.told(log, peer, count, tags.size());
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
