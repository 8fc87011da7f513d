package io.databourse.mpc.many;

import io.databourse.mpc.KeptTags;
import io.databourse.mpc.ProxyOwner;
import io.databourse.mpc.ProxyResult;
import io.databourse.mpc.TagSet;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of an owner: as in `mpc/psi`, under a key that all owners share.
final class ManyOwner {
    private ManyOwner() {}

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        var proxy = new ProxyOwner(context);
        TagSet tags;
        var owners = Owners.of(context);
        try (var key = owners.agree(context)) {
            tags =
                    KeptTags.orMake(
                            context,
                            mine -> owners.haveAllKept(mine, context),
                            key.publicSeed(),
                            () -> proxy.make(key));
        } finally {
            context.meter().keysDestroyed();
        }
        proxy.send(tags);
        return ProxyResult.receive(context, proxy, tags);
    }
}
