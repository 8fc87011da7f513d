package io.databourse.mpc.many;

import io.databourse.mpc.JobKey;
import io.databourse.mpc.KeptTags;
import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiCard;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import java.util.Arrays;
import java.util.List;

/// The owners of a job: the one who receives the result, and the others in the job's order.
record Owners(Party receiver, List<Party> others, long minimumResultSize) {
    static final int LEAST = 3;
    static final int MOST = 5;

    private static final byte DIFFERENT = 0;
    private static final byte SAME = 1;

    static Owners of(PartyContext context) {
        var parties = Parties.of(context);
        var others =
                context.parties().stream()
                        .filter(party -> party.role().equals(PsiCard.DATA))
                        .filter(party -> !party.receivesResult())
                        .toList();
        return new Owners(parties.receiver(), others, parties.minimumResultSize());
    }

    /// Agrees on one key among all owners. The receiver makes it up, and agrees with each other
    /// owner on a key for this one message ([JobKey]), which it adds to it bit by bit.
    JobKey agree(PartyContext context) throws InterruptedException {
        if (!context.self().equals(receiver)) {
            try (var pad = JobKey.agree(context, with(context.self()))) {
                var message = peer(receiver, context).receive(Peer.GROUP_KEY, pad.bytes().length);
                var wrapped = new byte[message.remaining()];
                message.get(wrapped);
                return JobKey.of(added(wrapped, pad.bytes()));
            }
        }
        var key = new byte[JobKey.KEY_BYTES];
        context.random().nextBytes(key);
        for (var other : others) {
            try (var pad = JobKey.agree(context, with(other))) {
                peer(other, context)
                        .send(
                                Peer.message(Peer.GROUP_KEY, key.length)
                                        .put(added(key.clone(), pad.bytes())));
            }
        }
        return JobKey.of(key);
    }

    /// Whether all owners have kept what has this name; they tell the receiver, and it tells them.
    boolean haveAllKept(byte[] mine, PartyContext context) throws InterruptedException {
        if (!context.self().equals(receiver)) {
            var peer = peer(receiver, context);
            KeptTags.tell(mine, peer);
            byte same = peer.receive(Peer.KEPT_BY_ALL, 1).get();
            peer.require(same == SAME || same == DIFFERENT, "neither yes nor no");
            return same == SAME;
        }
        boolean all = true;
        for (var other : others) {
            all &= Arrays.equals(mine, KeptTags.ask(peer(other, context)));
        }
        for (var other : others) {
            peer(other, context)
                    .send(Peer.message(Peer.KEPT_BY_ALL, 1).put(all ? SAME : DIFFERENT));
        }
        return all;
    }

    private Parties with(Party other) {
        return new Parties(receiver, other, minimumResultSize);
    }

    private static Peer peer(Party party, PartyContext context) {
        return new Peer(party.id(), context.channel(party.id()));
    }

    private static byte[] added(byte[] key, byte[] pad) {
        for (int i = 0; i < key.length; i++) {
            key[i] ^= pad[i];
        }
        return key;
    }
}
