package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import java.util.function.Predicate;

/// Which owner is which in a job, and the job's one parameter. Where both receive the result, the
/// first of them plays the receiver's part in the protocol, and is the first at every party.
public record Parties(Party receiver, Party other, long minimumResultSize) {

    public static Parties of(PartyContext context) {
        var receiver =
                find(context, each -> each.role().equals(PsiCard.DATA) && each.receivesResult());
        return new Parties(
                receiver,
                find(context, each -> each.role().equals(PsiCard.DATA) && !each.equals(receiver)),
                context.parameters().whole(Parameters.MINIMUM_RESULT_SIZE).orElse(0));
    }

    /// The compute node.
    public static Party compute(PartyContext context) {
        return find(context, each -> each.role().equals(PsiCard.COMPUTE));
    }

    private static Party find(PartyContext context, Predicate<Party> wanted) {
        return context.parties().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a party is missing"));
    }

    /// Whether both owners receive the result.
    public boolean bothReceive() {
        return other.receivesResult();
    }

    /// The owner that is not this one.
    public Party otherThan(Party owner) {
        return owner.equals(receiver) ? other : receiver;
    }
}
