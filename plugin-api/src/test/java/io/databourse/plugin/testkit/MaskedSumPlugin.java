package io.databourse.plugin.testkit;

import io.databourse.plugin.Channel;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Estimate;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskRequest;
import io.databourse.plugin.Text;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The smallest plugin that computes something: the sum of a column of two owners, added up by a
/// compute node that sees only masked sums. It proves the kit, and is an example to copy.
class MaskedSumPlugin implements ComputePlugin {
    private static final Text SUM = new Text("求和", "Sum");

    @Override
    public PluginCard card() {
        return new PluginCard("example", "1.0.0", new Text("示例", "Example"), SUM, List.of(task()));
    }

    private static TaskCard task() {
        var column = new TaskCard.ColumnUse("feature", 1, 1, Set.of(Schema.Type.INTEGER), false);
        return new TaskCard(
                "sum",
                TaskCard.Kind.BATCH,
                SUM,
                SUM,
                "{\"type\":\"object\",\"properties\":{}}",
                List.of(
                        new TaskCard.Role("DATA", SUM, 2, 2, List.of(column), SUM),
                        new TaskCard.Role("COMPUTE", SUM, 1, 1, List.of(), SUM)),
                List.of(),
                false,
                TaskCard.Deployment.PROXY,
                disclosure());
    }

    private static Disclosure disclosure() {
        return new Disclosure(
                new Text("半诚实", "semi-honest"),
                Map.of(
                        "DATA", new Text("总和", "the total, if it receives the result"),
                        "COMPUTE", new Text("总和", "the total")),
                List.of(),
                List.of(new Text("计算节点与任一方", "the compute node with an owner")),
                List.of(),
                "one-time pad");
    }

    @Override
    public Plan plan(TaskRequest request) {
        if (!request.task().equals("sum")
                || request.inRole("DATA").size() != 2
                || request.inRole("COMPUTE").size() != 1) {
            return new Plan.Refused(List.of(new Plan.Problem("roles", SUM)));
        }
        var parties =
                request.participants().stream()
                        .map(each -> new Estimate.PartyEstimate(each.party().id(), 64, 1 << 20, 0))
                        .toList();
        return new Plan.Accepted(new Estimate(1, Duration.ofSeconds(1), parties), disclosure());
    }

    @Override
    public PartyProgram program(String task, String role) {
        if (!task.equals("sum")) {
            throw new IllegalArgumentException("no such task: " + task);
        }
        return switch (role) {
            case "DATA" -> this::own;
            case "COMPUTE" -> MaskedSumPlugin::compute;
            default -> throw new IllegalArgumentException("no such role: " + role);
        };
    }

    private Outcome own(PartyContext context) throws InterruptedException {
        var owners = context.parties().stream().filter(p -> p.role().equals("DATA")).toList();
        boolean first = owners.getFirst().equals(context.self());
        var other = context.channel(owners.get(first ? 1 : 0).id());
        var compute = context.channel(compute(context.parties()));
        long mask = first ? context.random().nextLong() : number(other);
        if (first) {
            other.send(number(mask));
        }
        var input = context.input(PartyContext.INPUT);
        sendSum(sum(input), first ? mask : -mask, compute);
        long total = number(compute);
        if (context.self().receivesResult()) {
            var result = context.result(PartyContext.RESULT);
            result.begin(new Schema(List.of(new Schema.Column("sum", Schema.Type.INTEGER, false))));
            result.write(new Chunk(1, List.of(new Chunk.Longs(new long[] {total}, new long[0]))));
        }
        return new Outcome.Completed(1);
    }

    void sendSum(long sum, long mask, Channel compute) throws InterruptedException {
        compute.send(number(sum + mask));
    }

    private static Outcome compute(PartyContext context) throws InterruptedException {
        long total = 0;
        var owners = context.parties().stream().filter(p -> p.role().equals("DATA")).toList();
        for (var owner : owners) {
            total += number(context.channel(owner.id()));
        }
        for (var owner : owners) {
            context.channel(owner.id()).send(number(total));
        }
        return new Outcome.Completed(1);
    }

    private static String compute(List<PartyContext.Party> parties) {
        return parties.stream()
                .filter(p -> p.role().equals("COMPUTE"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long sum(Dataset input) throws InterruptedException {
        long sum = 0;
        try (var pass = input.chunks(input.columns("feature"))) {
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                if (chunk.get().columns().getFirst() instanceof Chunk.Longs(var values, _)) {
                    for (int row = 0; row < chunk.get().rows(); row++) {
                        sum += values[row];
                    }
                }
            }
        }
        return sum;
    }

    static ByteBuffer number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
    }

    private static long number(Channel from) throws InterruptedException {
        var message = from.receive();
        if (message.isEmpty() || message.get().remaining() != Long.BYTES) {
            throw new Channel.PeerLostException("expected a number");
        }
        return message.get().getLong();
    }

    static Parameters parameters() {
        return Parameters.none();
    }
}
