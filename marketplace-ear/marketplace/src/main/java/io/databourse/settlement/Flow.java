package io.databourse.settlement;

import io.databourse.ledger.Account;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// An amount at an account: where money comes from, or where it goes.
public record Flow(Account account, long amount) {
    public Flow {
        if (amount < 0) {
            throw new IllegalArgumentException("a flow is not negative: " + amount);
        }
    }

    /// Legs that move all of `from` to all of `to`, in both lists' order.
    ///
    /// @throws IllegalArgumentException if the two do not add up to the same
    public static List<Leg> legs(List<Flow> from, List<Flow> to) {
        Deque<Flow> sources = nonZero(from);
        Deque<Flow> targets = nonZero(to);
        List<Leg> legs = new ArrayList<>();
        while (!sources.isEmpty() && !targets.isEmpty()) {
            Flow source = sources.pop();
            Flow target = targets.pop();
            long moved = Math.min(source.amount, target.amount);
            legs.add(new Leg(source.account, target.account, moved));
            putBack(sources, source, moved);
            putBack(targets, target, moved);
        }
        if (!sources.isEmpty() || !targets.isEmpty()) {
            throw new IllegalArgumentException("%s is not %s".formatted(from, to));
        }
        return legs;
    }

    private static Deque<Flow> nonZero(List<Flow> flows) {
        return new ArrayDeque<>(flows.stream().filter(flow -> flow.amount > 0).toList());
    }

    private static void putBack(Deque<Flow> flows, Flow flow, long moved) {
        if (flow.amount > moved) {
            flows.push(new Flow(flow.account, flow.amount - moved));
        }
    }
}
