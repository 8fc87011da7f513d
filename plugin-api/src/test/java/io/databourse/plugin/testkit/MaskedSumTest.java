package io.databourse.plugin.testkit;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class MaskedSumTest implements ComputePluginTck {

    @Override
    public ComputePlugin plugin() {
        return new MaskedSumPlugin();
    }

    @Override
    public TckCase usual() {
        return new TckCase(
                "sum",
                MaskedSumPlugin.parameters(),
                List.of(
                        TckCase.Player.with(new Party("p1", "DATA", true), salaries(20)),
                        TckCase.Player.with(new Party("p2", "DATA", false), salaries(33)),
                        TckCase.Player.without(new Party("p3", "COMPUTE", false))));
    }

    private static MemoryDataset salaries(int rows) {
        var all = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < rows; row++) {
            all.add(List.of(41_122_233_344L + (long) row * row));
        }
        return new MemoryDataset(
                new Schema(List.of(new Schema.Column("salary", Schema.Type.INTEGER, true))),
                Map.of("feature", List.of("salary")),
                all);
    }

    @Override
    public Expectation clearText(TckCase job) {
        long sum = 0;
        for (var player : job.players()) {
            if (player.input().isPresent()) {
                for (var row : player.input().get().rows()) {
                    sum += row.getFirst() instanceof Long value ? value : 0;
                }
            }
        }
        return new Expectation(new Outcome.Completed(1), Map.of("p1", List.of(List.of(sum))));
    }
}
