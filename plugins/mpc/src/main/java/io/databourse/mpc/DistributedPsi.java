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
    private final Parties parties;
    private final Peer peer;

    private DistributedPsi(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        var id = parties.otherThan(context.self()).id();
        this.peer = new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new DistributedPsi(context).run();
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
        TagSet tags;
        try (var tagger = new PlainTagger(seed, context.jobId())) {
            tags = OwnTags.make(tagger, context);
        }
        long theirs = exchangeSizes(tags.size(), receives);
        var buckets = receives ? Buckets.of(tags.size(), theirs) : Buckets.of(theirs, tags.size());
        boolean nothing = tags.size() == 0 || theirs == 0;
        if (receives) {
            var matches = new Matches(tags.size());
            if (!nothing) {
                DistributedReceiver.run(context, peer, buckets, tags, seed, matches);
            }
            return reveal(tags, matches);
        }
        if (!nothing) {
            DistributedSender.run(context, peer, buckets, tags, seed);
        }
        return waitForVerdict();
    }

    /// The hash that turns values into outputs.
    static BulkAes outputHash(byte[] seed) {
        return BulkAes.derived(seed, 5);
    }

    private long exchangeSizes(long size, boolean receives) throws InterruptedException {
        peer.send(
                Peer.message(Peer.OWNERS_SIZE, 2 * Long.BYTES)
                        .putLong(parties.minimumResultSize())
                        .putLong(size));
        var message = peer.receive(Peer.OWNERS_SIZE, 2 * Long.BYTES);
        peer.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long theirs = message.getLong();
        peer.require(theirs >= 0 && theirs < 1L << 32, "a size that cannot be");
        context.meter()
                .learned(receives ? PsiCard.OTHER_SET_SIZE : PsiCard.RECEIVER_SET_SIZE, theirs);
        return theirs;
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
