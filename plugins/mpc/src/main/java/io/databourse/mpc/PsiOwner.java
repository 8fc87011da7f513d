package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of an owner, which sees nothing of the other owner but a public key:
///
/// 1. Agrees on a key with the other owner ([JobKey]); the compute node never sees it. If both have
///    kept their tags of an attempt that died, goes on with 4 ([KeptTags]).
/// 2. Goes over its rows, turns each key into a tag ([Tagger]), and destroys the key.
/// 3. Sorts the tags on disk and counts the distinct ones. *Ascending order is the random order*: a
///    tag is the output of a pseudorandom function under a key that the compute node lacks, so the
///    order of the tags tells it nothing about the order of the rows, and it can intersect two
///    ascending streams in constant memory.
/// 4. Tells the compute node how many there are, is told how many bytes of each to send, and sends
///    them.
/// 5. Is told whether the intersection is large enough; the receiver is then told the ranks of its
///    tags that match, and writes the rows they stand for.
final class PsiOwner {
    private PsiOwner() {}

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        var proxy = new ProxyOwner(context);
        var tags = proxy.tags();
        proxy.send(tags);
        return ProxyResult.receive(context, proxy, tags);
    }
}
