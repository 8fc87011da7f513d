package io.databourse.sandbox.sql;

import io.databourse.sandbox.noise.Debit;
import io.databourse.sandbox.noise.DiscreteLaplace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers a buyer's query within the rules of the tables it names.
///
/// The text is parsed in one place without data ([SyntaxTrees]), understood and written anew here,
/// and run in another place with the data and without the text ([Workers]).
public final class GovernedQuery {
    private final Compiler compiler;
    private final WorkerCall call;
    private final Optional<Budget> budget;
    private final DiscreteLaplace noise = new DiscreteLaplace();

    /// For rules without privacy; others refuse each query for want of a budget.
    public GovernedQuery(SyntaxTrees trees, Workers workers) {
        this(trees, workers, Optional.empty());
    }

    /// @param budget what private queries are paid from
    public GovernedQuery(SyntaxTrees trees, Workers workers, Optional<Budget> budget) {
        this.compiler = new Compiler(trees);
        this.call = new WorkerCall(workers);
        this.budget = budget;
    }

    /// A query of the buyer's own.
    ///
    /// @param tables all that the buyer was granted
    /// @param files the copy of each table, at least of those that the query names
    /// @throws SandboxTrouble where no room can be had
    public Answer ask(List<GovernedTable> tables, String sql, List<TableFile> files) {
        return run(compiler.query(tables, sql), files);
    }

    /// A template with arguments.
    ///
    /// @throws SandboxTrouble where no room can be had
    public Answer ask(
            List<GovernedTable> tables,
            String template,
            Map<String, String> arguments,
            List<TableFile> files) {
        return run(compiler.template(tables, template, arguments), files);
    }

    private Answer run(Compilation compilation, List<TableFile> files) {
        return switch (compilation) {
            case Compilation.Refused(var rule, var detail) -> new Answer.Refused(rule, detail);
            case Compilation.Compiled(var plan) -> run(plan, files);
        };
    }

    /// A query that was compiled before.
    public Answer run(Plan plan, List<TableFile> files) {
        List<TableFile> read =
                files.stream().filter(file -> plan.tables().contains(file.name())).toList();
        if (read.size() != plan.tables().size()) {
            throw new IllegalArgumentException("the copies of the tables do not fit the query");
        }
        return plan.privately()
                .map(noisy -> privately(plan, noisy, read))
                .orElseGet(() -> call.query(plan, read));
    }

    private Answer privately(Plan plan, PrivatePlan noisy, List<TableFile> files) {
        if (budget.isEmpty()) {
            return new Answer.Refused(Rule.BUDGET, "");
        }
        return switch (budget.get().debit(noisy)) {
            case Debit.Exhausted _ -> new Answer.Refused(Rule.BUDGET, "");
            case Debit.Repeated _ -> new Answer.Refused(Rule.ANSWERED, "");
            case Debit.Granted _ -> withNoise(plan, noisy, call.query(plan, files));
        };
    }

    private Answer withNoise(Plan plan, PrivatePlan noisy, Answer exact) {
        return switch (exact) {
            case Answer.Table(var table) ->
                    new Answer.Table(new NoisyTable(plan.query(), noisy, noise).of(table));
            case Answer.Refused _, Answer.Failed _ -> exact;
        };
    }
}
