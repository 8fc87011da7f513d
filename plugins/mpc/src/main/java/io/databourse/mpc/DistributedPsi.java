package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of both owners where there is no third party. After S. Raghuraman and P. Rindal,
/// *Blazing Fast PSI from Improved OKVS and Subfield VOLE* (CCS 2022, ePrint 2022/320), against
/// parties that follow the protocol:
///
/// 1. The owners agree on a seed ([JobKey]), turn their join keys into tags and sort them
///    ([OwnTags]), as in the proxy form, but the tags stay where they are. They tell each other how
///    many there are.
/// 2. Bucket by bucket they make a random correlation `A = B + C·Δ`; the receiver has A and C, the
///    other owner has B and Δ.
/// 3. The receiver encodes its tags x in a store P in which the value of x is x, and sends `P + C`.
/// 4. The other owner computes `B + (P + C)·Δ`, in which the value of a tag y is `A(y) + P(y)·Δ`;
///    it adds `y·Δ`, which leaves `A(y)` if the receiver has y and cannot be guessed otherwise, and
///    sends the hashes of these, sorted.
/// 5. The receiver looks for the hashes of its own `A(x)` among them.
final class DistributedPsi {
    private final PartyContext context;
    private final Cut cut;
    private final Parties parties;
    private final Peer peer;

    /// How sets of two sizes, the receiver's first, are cut into buckets.
    @FunctionalInterface
    interface Cut {
        Buckets of(long receiverSize, long otherSize);
    }

    private DistributedPsi(PartyContext context, Cut cut) {
        this.context = context;
        this.cut = cut;
        this.parties = Parties.of(context);
        var id = parties.otherThan(context.self()).id();
        this.peer = new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return run(context, Buckets::of);
    }

    static Outcome run(PartyContext context, Cut cut) throws InterruptedException, IOException {
        try {
            return new DistributedPsi(context, cut).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        boolean receives = context.self().equals(parties.receiver());
        byte[] seed;
        try (var key = JobKey.agree(context, parties)) {
            seed = key.publicSeed();
        }
        var tags = KeptTags.orMake(context, peer, seed, () -> tag(seed));
        return receives ? receive(tags, seed) : help(tags, seed);
    }

    private TagSet tag(byte[] seed) throws InterruptedException, IOException {
        try (var tagger = new PlainTagger(seed, context.jobId())) {
            return OwnTags.make(tagger, context);
        }
    }

    private Outcome receive(TagSet tags, byte[] seed) throws InterruptedException, IOException {
        var matches = new Matches(tags.size());
        try (var log = MatchLog.open(KeptTags.matches(context), matches, tags.size())) {
            var theirs = exchangeSizes(tags.size(), log.buckets(), PsiCard.OTHER_SET_SIZE);
            var buckets = cut.of(tags.size(), theirs.size());
            if (tags.size() > 0 && theirs.size() > 0 && log.buckets() < buckets.count()) {
                DistributedReceiver.run(context, peer, buckets, tags, seed, matches, log);
            }
        }
        return reveal(tags, matches);
    }

    private Outcome help(TagSet tags, byte[] seed) throws InterruptedException, IOException {
        var theirs = exchangeSizes(tags.size(), 0, PsiCard.RECEIVER_SET_SIZE);
        var buckets = cut.of(theirs.size(), tags.size());
        peer.require(theirs.done() <= buckets.count(), "more buckets than there are");
        if (tags.size() > 0 && theirs.size() > 0 && theirs.done() < buckets.count()) {
            DistributedSender.run(context, peer, buckets, tags, seed, (int) theirs.done());
        }
        return waitForVerdict();
    }

    /// The hash that turns values into outputs.
    static BulkAes outputHash(byte[] seed) {
        return BulkAes.derived(seed, 5);
    }

    /// What the other owner says of itself.
    ///
    /// @param done buckets that an earlier attempt brought to their end, if it is the receiver
    private record Theirs(long size, long done) {}

    private Theirs exchangeSizes(long size, int done, String learned) throws InterruptedException {
        peer.send(
                Peer.message(Peer.OWNERS_SIZE, 3 * Long.BYTES)
                        .putLong(parties.minimumResultSize())
                        .putLong(size)
                        .putLong(done));
        var message = peer.receive(Peer.OWNERS_SIZE, 3 * Long.BYTES);
        peer.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long theirs = message.getLong();
        peer.require(theirs >= 0 && theirs < 1L << 32, "a size that cannot be");
        long theirDone = message.getLong();
        peer.require(theirDone >= 0, "a number of buckets that cannot be");
        context.meter().learned(learned, theirs);
        return new Theirs(theirs, theirDone);
    }

    private Outcome reveal(TagSet tags, Matches matches) throws InterruptedException, IOException {
        context.meter().learned(PsiCard.INTERSECTION_SIZE, matches.count());
        boolean enough = matches.count() >= parties.minimumResultSize();
        peer.send(Peer.message(Peer.VERDICT, 1).put(enough ? Peer.REVEALED : Peer.BELOW_MINIMUM));
        if (!enough) {
            return PsiOutcomes.belowMinimum(parties.minimumResultSize());
        }
        try (var matched = new MatchedRows(context, tags)) {
            matches.mark(matched);
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }

    private Outcome waitForVerdict() throws InterruptedException {
        byte verdict = peer.receive(Peer.VERDICT, 1).get();
        peer.require(verdict == Peer.REVEALED || verdict == Peer.BELOW_MINIMUM, "no verdict");
        return verdict == Peer.REVEALED
                ? new Outcome.Completed(1)
                : PsiOutcomes.belowMinimum(parties.minimumResultSize());
    }
}
