package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Matching between two owners by an oblivious pseudorandom function. After S. Raghuraman and P.
/// Rindal, *Blazing Fast PSI from Improved OKVS and Subfield VOLE* (CCS 2022, ePrint 2022/320),
/// against parties that follow the protocol:
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
public final class DistributedOwner {
    /// Stands for a size where an owner's data cannot be used.
    private static final long UNUSABLE = -1;

    /// The hash that turns values into outputs; 1 to 4 are the correlation's.
    private static final int OUTPUTS = 5;

    /// From here on hashes are for what tasks do with values besides.
    private static final int OTHER_HASHES = 16;

    private final PartyContext context;
    private final Cut cut;
    private final Parties parties;
    private final Peer peer;
    private byte[] seed = new byte[0];

    /// How sets of two sizes, the receiver's first, are cut into buckets.
    @FunctionalInterface
    interface Cut {
        Buckets of(long receiverSize, long otherSize);
    }

    public DistributedOwner(PartyContext context) {
        this(context, Buckets::of);
    }

    DistributedOwner(PartyContext context, Cut cut) {
        this.context = context;
        this.cut = cut;
        this.parties = Parties.of(context);
        var id = parties.otherThan(context.self()).id();
        this.peer = new Peer(id, context.channel(id));
    }

    public Peer peer() {
        return peer;
    }

    public boolean receives() {
        return context.self().equals(parties.receiver());
    }

    boolean bothReceive() {
        return parties.bothReceive();
    }

    public Verdict verdict() {
        return new Verdict(context, peer, parties.minimumResultSize());
    }

    /// The tags of the rows, under a seed that is new even where they were kept.
    public TagSet tags() throws InterruptedException, IOException {
        try (var key = JobKey.agree(context, parties)) {
            seed = key.publicSeed();
        }
        return KeptTags.orMake(context, peer, seed, this::tag);
    }

    private TagSet tag() throws InterruptedException, IOException {
        try (var tagger = new PlainTagger(seed, context.jobId())) {
            return OwnTags.make(tagger, context);
        }
    }

    /// A name of this attempt, the same at both owners, that says nothing of the seed.
    long attempt() {
        return ByteBuffer.wrap(KeptTags.name(seed)).getLong();
    }

    /// A hash of values that has nothing to do with that of outputs or those of other numbers.
    public BulkAes hash(int number) {
        return BulkAes.derived(seed, OTHER_HASHES + number);
    }

    static BulkAes outputHash(byte[] seed) {
        return BulkAes.derived(seed, OUTPUTS);
    }

    /// Tells the other owner that this owner's data cannot be used.
    public UnusableInputException unusable(UnusableInputException cause)
            throws InterruptedException {
        exchangeSizes(UNUSABLE, 0);
        return cause;
    }

    /// At the receiver: finds the matches; gives the number of places at the other owner.
    public long receive(TagSet tags, DistributedMatches matches)
            throws InterruptedException, IOException {
        var theirs = exchangeSizes(tags.size(), matches.buckets());
        if (tags.size() == 0 || theirs.size() == 0) {
            return 0;
        }
        var buckets = cut.of(tags.size(), theirs.size());
        if (matches.buckets() < buckets.count()) {
            DistributedReceiver.run(run(buckets, tags), matches);
        }
        return buckets.places();
    }

    /// At the other owner.
    public void give(TagSet tags) throws InterruptedException, IOException {
        give(tags, Optional.empty());
    }

    /// At the other owner, which is told what is sent; the receiver then begins with the bucket
    /// behind those whose places are known.
    public void give(TagSet tags, DistributedPlaces places)
            throws InterruptedException, IOException {
        give(tags, Optional.of(places));
    }

    private void give(TagSet tags, Optional<DistributedPlaces> places)
            throws InterruptedException, IOException {
        var theirs = exchangeSizes(tags.size(), 0);
        if (tags.size() == 0 || theirs.size() == 0) {
            return;
        }
        var buckets = cut.of(theirs.size(), tags.size());
        peer.require(theirs.done() <= buckets.count(), "more buckets than there are");
        peer.require(
                places.isEmpty() || theirs.done() == places.get().buckets(),
                "another number of buckets than those whose places are known");
        if (theirs.done() < buckets.count()) {
            DistributedSender.run(run(buckets, tags), (int) theirs.done(), places);
        }
    }

    private DistributedRun run(Buckets buckets, TagSet tags) {
        return new DistributedRun(context, peer, buckets, tags, seed);
    }

    /// What the other owner says of itself.
    ///
    /// @param done buckets that an earlier attempt brought to their end, if it is the receiver
    private record Theirs(long size, long done) {}

    private Theirs exchangeSizes(long size, int done) throws InterruptedException {
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
        peer.require(theirs >= UNUSABLE && theirs < 1L << 32, "a size that cannot be");
        long theirDone = message.getLong();
        peer.require(theirDone >= 0, "a number of buckets that cannot be");
        if (theirs == UNUSABLE && size != UNUSABLE) {
            throw new UnusableInputException("the other owner's data cannot be used for this job");
        }
        long known = Math.max(0, theirs);
        context.meter()
                .learned(receives() ? PsiCard.OTHER_SET_SIZE : PsiCard.RECEIVER_SET_SIZE, known);
        return new Theirs(known, theirDone);
    }
}
