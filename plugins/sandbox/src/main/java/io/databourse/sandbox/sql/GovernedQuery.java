package io.databourse.sandbox.sql;

import java.util.List;
import java.util.Map;

/// Answers a buyer's query within the rules of the tables it names.
///
/// The text is parsed in one place without data ([SyntaxTrees]), understood and written anew here,
/// and run in another place with the data and without the text ([Workers]).
public final class GovernedQuery {
    private final Compiler compiler;
    private final WorkerCall call;

    public GovernedQuery(SyntaxTrees trees, Workers workers) {
        this.compiler = new Compiler(trees);
        this.call = new WorkerCall(workers);
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
        return call.query(plan, read);
    }
}
