package io.databourse.mpc;

import io.databourse.mpc.cardinality.ClearTextCardinality;
import io.databourse.mpc.join.ClearTextJoin;
import io.databourse.mpc.sum.ClearTextSum;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.testkit.ComputePluginTck;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Each task with its twin, on the keys of a bank and an airline.
///
/// @param job the task's job made of that of `mpc/psi`
record TaskJobs(UnaryOperator<TckCase> job, Function<TckCase, Expectation> twin)
        implements ComputePluginTck {

    static List<TaskJobs> all() {
        return List.of(
                of("psi"),
                new TaskJobs(PsiCases::distributed, ClearTextPsi::of),
                of("psi-verified"),
                new TaskJobs(
                        psi -> PsiCases.of("psi-ecdh", PsiCases.distributed(psi)),
                        ClearTextPsi::of),
                new TaskJobs(TaskJobs::many, ClearTextPsi::of),
                new TaskJobs(
                        psi -> PsiCases.of("psi-cardinality", psi).withData("", PsiCases::joinOnly),
                        ClearTextCardinality::of),
                new TaskJobs(
                        psi -> RichCases.of("psi-join", psi, "customer_id"), ClearTextJoin::of),
                new TaskJobs(
                        psi ->
                                RichCases.of(
                                        "psi-join-distributed",
                                        PsiCases.distributed(psi),
                                        "customer_id"),
                        ClearTextJoin::of),
                new TaskJobs(
                        psi ->
                                RichCases.of("psi-sum", psi, "miles")
                                        .withData("p1", PsiCases::joinOnly),
                        ClearTextSum::of),
                new TaskJobs(
                        psi ->
                                PsiCases.of(
                                                "psi-cardinality-distributed",
                                                PsiCases.distributed(psi))
                                        .withData("", PsiCases::joinOnly),
                        ClearTextCardinality::of),
                new TaskJobs(
                        psi ->
                                RichCases.of(
                                                "psi-sum-distributed",
                                                PsiCases.distributed(psi),
                                                "miles")
                                        .withData("p1", PsiCases::joinOnly),
                        ClearTextSum::of));
    }

    private static TaskJobs of(String task) {
        return new TaskJobs(psi -> PsiCases.of(task, psi), ClearTextPsi::of);
    }

    /// A second airline has what the first has.
    private static TckCase many(TckCase psi) {
        var players = new ArrayList<>(psi.players());
        players.add(
                TckCase.Player.with(
                        new Party("p4", "DATA", false), psi.player("p2").input().orElseThrow()));
        return new TckCase("psi-many", psi.parameters(), players);
    }

    TckCase on(List<String> bank, List<String> airline) {
        return job.apply(PsiCases.job(PsiCases.bank(bank), PsiCases.airline(airline)));
    }

    @Override
    public MpcPlugin plugin() {
        return new MpcPlugin();
    }

    @Override
    public TckCase usual() {
        return job.apply(PsiCases.mobiles());
    }

    @Override
    public Expectation clearText(TckCase some) {
        return twin.apply(some);
    }

    @Override
    public String toString() {
        return usual().task();
    }
}
