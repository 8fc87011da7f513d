package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;

/// Which owner is which in a job, and the job's one parameter.
public record Parties(Party receiver, Party other, long minimumResultSize) {

    public static Parties of(PartyContext context) {
        return new Parties(
                find(context, PsiCard.DATA, true),
                find(context, PsiCard.DATA, false),
                context.parameters().whole(Parameters.MINIMUM_RESULT_SIZE).orElse(0));
    }

    /// The compute node.
    public static Party compute(PartyContext context) {
        return find(context, PsiCard.COMPUTE, false);
    }

    private static Party find(PartyContext context, String role, boolean receivesResult) {
        return context.parties().stream()
                .filter(party -> party.role().equals(role))
                .filter(party -> party.receivesResult() == receivesResult)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody plays " + role));
    }

    /// The owner that is not this one.
    public Party otherThan(Party owner) {
        return owner.equals(receiver) ? other : receiver;
    }
}
