package io.databourse.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import io.databourse.sandbox.noise.BudgetLedger;
import io.databourse.sandbox.noise.Epsilon;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.sql.Answer;
import io.databourse.sandbox.sql.Budget;
import io.databourse.sandbox.sql.Compilation;
import io.databourse.sandbox.sql.Compiler;
import io.databourse.sandbox.sql.Failure;
import io.databourse.sandbox.sql.GovernedTable;
import io.databourse.sandbox.sql.Overlap;
import io.databourse.sandbox.sql.Plan;
import io.databourse.sandbox.sql.QueryHistory;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.Rule;
import io.databourse.sandbox.sql.RulesException;
import io.databourse.sandbox.sql.SandboxTrouble;
import io.databourse.sandbox.sql.TableFile;
import io.databourse.sandbox.sql.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The owner's part of `query`: asks in rooms, and lets the table out, holds it, or says no.
final class QueryOwner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PartyContext context;
    private final List<Overlap> overlaps = new ArrayList<>();

    /// The tables that the question reads, once it was understood.
    private List<String> read = List.of();

    private QueryOwner(PartyContext context) {
        this.context = context;
    }

    static Outcome run(PartyContext context) throws InterruptedException {
        return new QueryOwner(context).run();
    }

    private Outcome run() throws InterruptedException {
        var problems = ParameterCheck.query(context.parameters());
        if (!problems.isEmpty()) {
            return Ends.refuse(
                    context,
                    Outcome.Reason.INVALID_PARAMETERS,
                    problems.getFirst().subject() + ": " + problems.getFirst().message().en());
        }
        try {
            var rules = OwnRules.of(context.parameters());
            // Open until the answer is gone: it need not wait until the rooms are torn down.
            try (var room = QueryRoom.open()) {
                var answer = ask(room, rules);
                tellBudget(rules);
                return end(rules, answer);
            }
        } catch (RulesException e) {
            return Ends.refuse(context, e);
        } catch (RoomUnavailable | IOException | SandboxTrouble e) {
            return Ends.broken(context, e);
        }
    }

    private Answer ask(QueryRoom room, RoomRules rules) throws IOException, InterruptedException {
        var tables = new ArrayList<GovernedTable>();
        rules.all()
                .forEach((name, each) ->
                        tables.add(new GovernedTable(name, each, columns(input(name)))));
        return switch (compile(room.compiler(), tables)) {
            case Compilation.Refused(var rule, var detail) -> new Answer.Refused(rule, detail);
            case Compilation.Compiled(var plan) -> answer(room, plan, tables);
        };
    }

    /// What is left of the buyer's budget goes into the signed report, so that it can plan.
    private void tellBudget(RoomRules rules) throws InterruptedException {
        var privacy = rules.data().privacy();
        if (privacy.isEmpty() || isDryRun()) {
            return;
        }
        var total = Epsilon.of(privacy.get().epsilonTotal().toPlainString());
        var left = total.less(new BudgetLedger(context.journal("budget")).spent());
        context.meter().count(Names.PRIVACY_TOTAL, total.billionths());
        context.meter().count(Names.PRIVACY_LEFT, left.billionths());
    }

    private boolean isDryRun() {
        return context.parameters().values().getOrDefault(Names.DRY_RUN, "false").equals("true");
    }

    private Dataset input(String table) {
        return context.input(inputName(table));
    }

    private static String inputName(String table) {
        return table.equals(RoomRules.TABLE) ? PartyContext.INPUT : table;
    }

    private static SequencedMap<String, Type> columns(Dataset input) {
        var columns = new LinkedHashMap<String, Type>();
        input.schema().columns().forEach(each -> columns.put(each.name(), type(each.type())));
        return columns;
    }

    private Compilation compile(Compiler compiler, List<GovernedTable> tables) {
        var values = context.parameters().values();
        var sql = values.get(Names.SQL);
        return sql != null
                ? compiler.query(tables, sql)
                : compiler.template(
                        tables,
                        context.parameters().text(Names.TEMPLATE),
                        arguments(values.getOrDefault(Names.ARGUMENTS, "{}")));
    }

    /// What was asked is written down before anything is answered.
    private Answer answer(QueryRoom room, Plan plan, List<GovernedTable> tables)
            throws IOException, InterruptedException {
        read = plan.tables();
        var rows = read.stream().mapToLong(name -> input(name).rowCount()).sum();
        context.meter().count(Names.INPUT_ROWS, rows);
        // Attempts are told apart; the journals take plain words.
        var release = context.jobId().replace('/', ':');
        if (plan.privately().isEmpty()) {
            var history =
                    new QueryHistory(
                            table -> context.journal("queries", inputName(table)),
                            context.random());
            overlaps.addAll(history.note(plan, conditions(), release));
        }
        context.progress().report("copy", 0, rows, "rows");
        var copies = new ArrayList<TableFile>();
        for (var table : tables) {
            if (read.contains(table.name())) {
                copies.add(copy(table));
            }
        }
        context.progress().report("ask", 0, 1, "questions");
        var ledger = new BudgetLedger(context.journal("budget"));
        return room.queries(new Budget(ledger, release)).run(plan, copies);
    }

    private TableFile copy(GovernedTable table) throws IOException, InterruptedException {
        return new TableFile(
                table.name(),
                readable(input(table.name()).asFile(Dataset.Format.CSV)),
                TableFile.Format.CSV,
                table.columns());
    }

    /// Of rows that were chosen before the question another answer is to be expected, so what chose
    /// them is a part of what was asked.
    private List<String> conditions() throws IOException {
        var all = new ArrayList<String>();
        JSON.readTree(context.parameters().values().getOrDefault(Names.CONDITIONS, "[]"))
                .forEach(each -> all.add(each.toString()));
        return all;
    }

    /// The job runs as another user; only who knows the room's folder gets at the file.
    private static Path readable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static Map<String, String> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException _) {
            throw new RulesException("模板参数须为“名称: 文本”", "the arguments are not text by name");
        }
    }

    private static Type type(Schema.Type type) {
        return switch (type) {
            case STRING -> Type.TEXT;
            case INTEGER -> Type.INTEGER;
            case DECIMAL -> Type.DOUBLE;
            case DATE -> Type.DATE;
            case TIMESTAMP -> Type.TIMESTAMP;
            case BOOLEAN -> Type.BOOLEAN;
        };
    }

    private Outcome end(RoomRules rules, Answer answer) throws InterruptedException {
        return switch (answer) {
            case Answer.Refused(var rule, var detail) ->
                    Ends.refuse(
                            context,
                            rule == Rule.BUDGET
                                    ? Outcome.Reason.OVER_BUDGET
                                    : Outcome.Reason.INVALID_PARAMETERS,
                            rule.id()
                                    + (detail.isBlank() ? "" : " (" + detail + ")")
                                    + ": "
                                    + rule.text().en()
                                    + " "
                                    + rule.text().zh());
            case Answer.Failed(var failure) -> failed(failure);
            case Answer.Table(var table) -> end(rules, Rows.of(table));
        };
    }

    private Outcome failed(Failure failure) throws InterruptedException {
        var detail = failure.text().en() + " " + failure.text().zh();
        return switch (failure) {
            case MEMORY, TIME, TOO_MANY_ROWS, TOO_LARGE ->
                    Ends.refuse(context, Outcome.Reason.OVER_BUDGET, detail);
            case DATA -> Ends.refuse(context, Outcome.Reason.INPUT_UNUSABLE, detail);
            case ENGINE -> Ends.broken(context, new SandboxTrouble(detail));
        };
    }

    private Outcome end(RoomRules rules, Rows rows) throws InterruptedException {
        var minimum = context.parameters().whole(Parameters.MINIMUM_RESULT_SIZE).orElse(0);
        if (rows.rows() < minimum) {
            return Ends.refuse(
                    context,
                    Outcome.Reason.RESULT_BELOW_MINIMUM,
                    "fewer than " + minimum + " rows");
        }
        var automatic = rules.automatic(read);
        var known = PreScreen.Known.of(read, this::input, rules);
        if (isDryRun()
                || (!canBeSubtracted()
                        && !known.identifies(rows.texts())
                        && rows.rows() <= automatic.rows()
                        && rows.bytes() <= automatic.bytes())) {
            new Parcel.Table(rows).send(context);
            return new Outcome.Completed(1);
        }
        rows.give(context.held().output("result.csv"));
        var screen = new PreScreen(context.held(), rules.thresholds(read), known);
        screen.table("result.csv", rows.texts());
        for (var overlap : overlaps) {
            var words = overlap.kind().text();
            screen.say(
                    HeldOutput.Verdict.REVIEW,
                    "与以往任务 " + overlap.earlier() + " 重叠：" + words.zh(),
                    "overlaps with the job " + overlap.earlier() + ": " + words.en());
        }
        new Parcel.Held().send(context);
        return new Outcome.Completed(1);
    }

    /// Whether an earlier answer could be taken from this one, so that people have to look. The
    /// same question again tells nothing new.
    private boolean canBeSubtracted() {
        return overlaps.stream().anyMatch(overlap -> overlap.kind() != Overlap.Kind.REPEATED);
    }
}
