package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.util.OptionalLong;

/// An owner's talk with the compute node that all tasks in proxy form share: how many tags there
/// are, the tags, and whether enough of them match. [ProxyNode] is the other end.
public final class ProxyOwner {
    /// Stands for a size where an owner's data cannot be used, and no tag length follows.
    static final long UNUSABLE = -1;

    private final PartyContext context;
    private final Parties parties;
    private final Peer compute;

    public ProxyOwner(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        var id = Parties.compute(context).id();
        this.compute = new Peer(id, context.channel(id));
    }

    public Parties parties() {
        return parties;
    }

    /// The compute node.
    public Peer compute() {
        return compute;
    }

    /// Whether this owner plays the receiver's part.
    public boolean receives() {
        return context.self().equals(parties.receiver());
    }

    /// The rows' tags under a key that is destroyed afterwards, or those that both owners have
    /// kept.
    public TagSet tags() throws InterruptedException, IOException {
        try (var key = JobKey.agree(context, parties)) {
            return tags(key);
        } catch (UnusableInputException e) {
            throw unusable(e);
        } finally {
            context.meter().keysDestroyed();
        }
    }

    /// The same under a key that the caller has agreed on and destroys.
    public TagSet tags(JobKey key) throws InterruptedException, IOException {
        var id = parties.otherThan(context.self()).id();
        var owner = new Peer(id, context.channel(id));
        return KeptTags.orMake(context, owner, key.publicSeed(), () -> make(key));
    }

    /// Turns the rows into tags, whatever is kept.
    public TagSet make(JobKey key) throws InterruptedException, IOException {
        try (var tagger = new Tagger(key, context.jobId())) {
            return OwnTags.make(tagger, context);
        }
    }

    /// Sends the tags, as long as the sizes of both sets ask for.
    public void send(TagSet tags) throws InterruptedException, IOException {
        tags.send(compute, agreeOnLength(tags.size()), context);
    }

    /// Tells the compute node, and by it the other owner, that this owner's data cannot be used.
    public UnusableInputException unusable(UnusableInputException cause)
            throws InterruptedException {
        sendSize(UNUSABLE);
        compute.receive(Peer.START, 2);
        return cause;
    }

    private int agreeOnLength(long size) throws InterruptedException {
        sendSize(size);
        var start = compute.receive(Peer.START, 2);
        compute.requireVersion(start.get());
        int tagBytes = start.get();
        if (tagBytes == 0) {
            throw new UnusableInputException("the other owner's data cannot be used for this job");
        }
        compute.require(
                tagBytes >= TagLength.LEAST && tagBytes <= TagLength.MOST, "a wrong tag length");
        context.meter().learned(PsiCard.TAG_BYTES, tagBytes);
        return tagBytes;
    }

    private void sendSize(long size) throws InterruptedException {
        compute.send(
                Peer.message(Peer.SIZE, 1 + 2 * Long.BYTES)
                        .put(Peer.VERSION)
                        .putLong(parties.minimumResultSize())
                        .putLong(size));
    }

    /// What an owner who receives the result is told: the size of the intersection, or nothing if
    /// it is below the minimum.
    public OptionalLong receiveCount(TagSet tags) throws InterruptedException {
        var verdict = compute.receive(Peer.VERDICT, 1 + Long.BYTES);
        boolean revealed = isRevealed(verdict.get());
        long size = verdict.getLong();
        if (!revealed) {
            return OptionalLong.empty();
        }
        compute.require(
                size >= parties.minimumResultSize() && size <= tags.size(),
                "a wrong size of the intersection");
        context.meter().learned(PsiCard.INTERSECTION_SIZE, size);
        return OptionalLong.of(size);
    }

    /// What the other owner is told: whether there is a result.
    public boolean receiveVerdict() throws InterruptedException {
        return isRevealed(compute.receive(Peer.VERDICT, 1).get());
    }

    private boolean isRevealed(byte code) {
        compute.require(code == Peer.REVEALED || code == Peer.BELOW_MINIMUM, "no verdict");
        return code == Peer.REVEALED;
    }

    /// How a run ends whose intersection is below the minimum.
    public Outcome tooSmall() {
        return PsiOutcomes.belowMinimum(parties.minimumResultSize());
    }
}
