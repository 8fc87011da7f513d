package io.databourse.node.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.HeldOutput.Verdict;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;

/// Holds one text, its input's number of rows and first column, and if asked its input too, for
/// review and hands all over once it is released; a dry run hands over at once. The tests put it
/// into a zip of its own.
public final class HoldingPlugin implements ComputePlugin {
    @Override
    public PluginCard card() {
        throw new UnsupportedOperationException("nodes do not read cards");
    }

    @Override
    public Plan plan(TaskRequest request) {
        throw new UnsupportedOperationException("nodes do not plan");
    }

    @Override
    public PartyProgram program(String task, String role) {
        return role.equals("DATA") ? HoldingPlugin::own : HoldingPlugin::receive;
    }

    private static Outcome own(PartyContext context) throws InterruptedException {
        try {
            if (!context.released().isEmpty()) {
                for (var file : context.released()) {
                    send(context, file.name(), file.mediaType(), Files.readAllBytes(file.file()));
                }
            } else if (context.parameters().has("dryRun")) {
                send(context, "answer.txt", "text/plain", output(context));
            } else {
                hold(context);
            }
            context.channel("p2").send(ByteBuffer.allocate(0));
            return new Outcome.Completed(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hold(PartyContext context) throws IOException, InterruptedException {
        try (var out = context.held().output("answer.txt").file("text/plain")) {
            out.write(output(context));
        }
        context.held().finding(Verdict.REVIEW, new Text("请看", "look at it"));
        if (!context.parameters().has("rows")) {
            return;
        }
        var input = context.input(PartyContext.INPUT);
        var rows = context.held().output("rows.csv");
        rows.begin(input.schema());
        var names = input.schema().columns().stream().map(Schema.Column::name).toList();
        try (var pass = input.chunks(names)) {
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                rows.write(chunk.get());
            }
        }
    }

    private static void send(PartyContext context, String name, String type, byte[] bytes)
            throws InterruptedException {
        for (var part : List.of(name.getBytes(UTF_8), type.getBytes(UTF_8), bytes)) {
            context.channel("p2").send(ByteBuffer.wrap(part));
        }
    }

    private static byte[] output(PartyContext context) {
        var input = context.input(PartyContext.INPUT);
        var text =
                input.rowCount()
                        + " rows, "
                        + input.schema().columns().getFirst().type()
                        + ", rules "
                        + context.parameters().values().get("rules")
                        + ", own "
                        + context.parameters().values().get("ownerRules");
        return text.getBytes(UTF_8);
    }

    private static Outcome receive(PartyContext context) throws InterruptedException {
        var name = message(context);
        if (name.length == 0) {
            context.result(PartyContext.RESULT).awaitReview();
        }
        for (; name.length > 0; name = message(context)) {
            var type = new String(message(context), UTF_8);
            try (var out = context.result(new String(name, UTF_8)).file(type)) {
                out.write(message(context));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Outcome.Completed(1);
    }

    private static byte[] message(PartyContext context) throws InterruptedException {
        var message = context.channel("p1").receive().orElseThrow();
        var bytes = new byte[message.remaining()];
        message.get(bytes);
        return bytes;
    }
}
