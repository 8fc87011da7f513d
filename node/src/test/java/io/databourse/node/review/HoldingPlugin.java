package io.databourse.node.review;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.HeldOutput.Verdict;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// Holds one text, its input's number of rows and first column, for review and hands it over once
/// it is released; a dry run hands over at once. The tests put it into a zip of its own.
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
        var channel = context.channel("p2");
        try {
            if (!context.released().isEmpty()) {
                var file = context.released().getFirst();
                channel.send(ByteBuffer.wrap(Files.readAllBytes(file.file())));
            } else if (context.parameters().has("dryRun")) {
                channel.send(ByteBuffer.wrap(output(context)));
            } else {
                try (var out = context.held().output("answer.txt").file("text/plain")) {
                    out.write(output(context));
                }
                context.held().finding(Verdict.REVIEW, new Text("请看", "look at it"));
                channel.send(ByteBuffer.allocate(0));
            }
            return new Outcome.Completed(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Outcome receive(PartyContext context) throws InterruptedException {
        var message = context.channel("p1").receive().orElseThrow();
        if (!message.hasRemaining()) {
            context.result(PartyContext.RESULT).awaitReview();
            return new Outcome.Completed(1);
        }
        var bytes = new byte[message.remaining()];
        message.get(bytes);
        try (var out = context.result("answer.txt").file("text/plain")) {
            out.write(bytes);
            return new Outcome.Completed(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
