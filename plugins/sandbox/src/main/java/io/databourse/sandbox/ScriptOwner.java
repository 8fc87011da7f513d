package io.databourse.sandbox;

import io.databourse.plugin.Dataset;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Text;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.Output;
import io.databourse.sandbox.room.Outputs;
import io.databourse.sandbox.room.Reason;
import io.databourse.sandbox.room.RoomEnd;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.room.ScriptLanguage;
import io.databourse.sandbox.room.ScriptRun;
import io.databourse.sandbox.sql.Mode;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.Rules;
import io.databourse.sandbox.sql.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The owner's part of `script`: runs the text in a room and holds everything that came of it, the
/// log too. Only a dry run, on made-up rows, lets it out at once.
final class ScriptOwner {
    /// The name of what the script printed; no output's name ends so.
    static final String LOG = "script.log";

    /// What the consumer's node writes beside a result.
    private static final Set<String> RESERVED = Set.of("receipt.json", "bundle.json");

    private final PartyContext context;

    /// The tables that the script has.
    private List<String> read = List.of();

    private ScriptOwner(PartyContext context) {
        this.context = context;
    }

    static Outcome run(PartyContext context) throws InterruptedException {
        return new ScriptOwner(context).run();
    }

    private Outcome run() throws InterruptedException {
        var parameters = context.parameters();
        var problems = ParameterCheck.script(parameters);
        if (!problems.isEmpty() || !parameters.has(Names.SCRIPT_TEXT)) {
            return Ends.refuse(
                    context,
                    Outcome.Reason.INVALID_PARAMETERS,
                    problems.isEmpty()
                            ? "the script is missing"
                            : problems.getFirst().subject()
                                    + ": "
                                    + problems.getFirst().message().en());
        }
        try {
            var rules = OwnRules.of(parameters);
            var language = language(rules.data());
            read = readable(rules);
            return end(rules, run(rules, language));
        } catch (RulesException e) {
            return Ends.refuse(context, e);
        } catch (RoomUnavailable | IOException e) {
            return Ends.broken(context, e);
        }
    }

    private ScriptLanguage language(Rules rules) {
        var word = context.parameters().values().getOrDefault(Names.LANGUAGE, "");
        if (!rules.release().modes().contains(Mode.SCRIPT)) {
            throw new RulesException("规则不允许脚本", "they allow no scripts");
        }
        if (!rules.release().languages().contains(word)) {
            throw new RulesException("规则不允许 " + word + " 脚本", "they allow no scripts in " + word);
        }
        return ScriptLanguage.of(word)
                .orElseThrow(
                        () -> new RulesException("本节点不能运行 " + word, "this node runs no " + word));
    }

    /// The tables whose rules allow such a script; what was sold is the first. Another one is not
    /// in the room.
    private List<String> readable(RoomRules rules) {
        var word = context.parameters().text(Names.LANGUAGE);
        return rules.all().entrySet().stream()
                .filter(each -> each.getValue().release().modes().contains(Mode.SCRIPT))
                .filter(each -> each.getValue().release().languages().contains(word))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Dataset input(String table) {
        return context.input(table.equals(RoomRules.TABLE) ? PartyContext.INPUT : table);
    }

    private ScriptRun.Result run(RoomRules rules, ScriptLanguage language)
            throws IOException, RoomUnavailable, InterruptedException {
        var rows = read.stream().mapToLong(name -> input(name).rowCount()).sum();
        context.meter().count(Names.INPUT_ROWS, rows);
        context.progress().report("script", 0, rows, "rows");
        var others = new LinkedHashMap<String, ScriptRun.Table>();
        for (var name : read.subList(1, read.size())) {
            others.put(name, table(name, rules));
        }
        var host = RoomHost.standard();
        try (var launcher = RoomLauncher.open(host)) {
            var image = new Images(host).get(language.image());
            return new ScriptRun(launcher, image, language, limits(rules))
                    .run(
                            context.parameters().text(Names.SCRIPT_TEXT),
                            table(RoomRules.TABLE, rules),
                            others);
        }
    }

    /// The columns that the rules name; the script sees no others.
    private ScriptRun.Table table(String name, RoomRules rules) {
        var input = input(name);
        var known = rules.of(name).columns();
        return new ScriptRun.Table(
                input,
                input.schema().columns().stream()
                        .map(column -> column.name())
                        .filter(known::containsKey)
                        .toList());
    }

    private Limits limits(RoomRules rules) {
        var standard = Limits.standard();
        return new Limits(
                standard.memoryBytes(),
                standard.processes(),
                standard.cpuPercent(),
                standard.wall(),
                rules.thresholds(read).maximumBytes(),
                standard.scratchBytes());
    }

    private Outcome end(RoomRules rules, ScriptRun.Result result) throws InterruptedException {
        var reason = result.end().reason();
        if (reason == Reason.NOT_STARTED || reason == Reason.KILLED) {
            return Ends.broken(context, new IOException(result.end().words().en()));
        }
        if (reason != Reason.EXITED) {
            return Ends.refuse(context, Outcome.Reason.OVER_BUDGET, words(result.end()));
        }
        return context.parameters().values().getOrDefault(Names.DRY_RUN, "false").equals("true")
                ? give(result)
                : hold(rules, result);
    }

    /// Which limit, and what to do about it.
    private static String words(RoomEnd end) {
        var advice =
                switch (end.reason()) {
                    case MEMORY_LIMIT ->
                            new Text("请少读几列，或分批处理。", "Read fewer columns, or work in parts.");
                    case PROCESS_LIMIT ->
                            new Text("请少开进程和线程。", "Start fewer processes and threads.");
                    case TIME_LIMIT ->
                            new Text("请少算一些，或分几次运行。", "Compute less, or in several runs.");
                    case OUTPUT_LIMIT -> new Text("请少保存一些结果。", "Save less.");
                    case EXITED, KILLED, NOT_STARTED -> new Text("请重试。", "Try again.");
                };
        return "%s. %s %s。%s"
                .formatted(end.words().en(), advice.en(), end.words().zh(), advice.zh());
    }

    /// The files of a result; where the script let nothing out in good order, the log says why.
    private static List<Output> outputs(ScriptRun.Result result) {
        return switch (result.outputs()) {
            case Outputs.Complete(var items) -> items;
            case Outputs.Refused _ -> List.of();
        };
    }

    private static byte[] log(ScriptRun.Result result) {
        var log = new java.io.ByteArrayOutputStream();
        if (result.outputs() instanceof Outputs.Refused(var why)) {
            log.writeBytes(
                    (why.en() + " " + why.zh() + "\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        log.writeBytes(result.log());
        return log.toByteArray();
    }

    /// Of a dry run: nothing in it is about anybody.
    private Outcome give(ScriptRun.Result result) throws InterruptedException {
        var files = new ArrayList<HeldOutput.Released>();
        try {
            for (var output : outputs(result)) {
                files.add(file(name(output), mediaType(output), output.content()));
            }
            files.add(file(LOG, "text/plain", log(result)));
        } catch (IOException e) {
            return Ends.broken(context, e);
        }
        new Parcel.Released(files).send(context);
        return new Outcome.Completed(1);
    }

    private HeldOutput.Released file(String name, String type, byte[] content) throws IOException {
        Path file = context.workspace().resolve("out-" + name);
        Files.write(file, content);
        return new HeldOutput.Released(name, type, file);
    }

    private Outcome hold(RoomRules rules, ScriptRun.Result result) throws InterruptedException {
        var known = PreScreen.Known.of(read, this::input, rules);
        var screen = new PreScreen(context.held(), rules.thresholds(read), known);
        if (result.outputs() instanceof Outputs.Refused(var why)) {
            screen.say(HeldOutput.Verdict.REVIEW, why.zh(), why.en());
        }
        try {
            for (var output : outputs(result)) {
                hold(name(output), mediaType(output), output.content());
                screen.look(output);
            }
            hold(LOG, "text/plain", log(result));
            screen.words(LOG, PreScreen.split(log(result)));
        } catch (IOException e) {
            return Ends.broken(context, e);
        }
        new Parcel.Held().send(context);
        return new Outcome.Completed(1);
    }

    private void hold(String name, String type, byte[] content)
            throws IOException, InterruptedException {
        try (var out = context.held().output(name).file(type)) {
            out.write(content);
        }
    }

    private static String name(Output output) {
        var name = output.fileName();
        // Longer than any name of the script's own, so it is not another output's.
        return RESERVED.contains(name) ? "output-named-".repeat(5) + name : name;
    }

    private static String mediaType(Output output) {
        return switch (output.kind()) {
            case TABLE -> "text/csv";
            case JSON -> "application/json";
            case TEXT -> "text/plain";
            case PNG -> "image/png";
        };
    }
}
