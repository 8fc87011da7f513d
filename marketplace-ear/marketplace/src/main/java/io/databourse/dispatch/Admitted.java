package io.databourse.dispatch;

import io.databourse.plugin.Plan;
import java.util.List;
import java.util.Map;

/// A job that may be run: with which plugin, by which nodes, with which parameters and columns, at
/// what price in time and room.
record Admitted(
        OfferedPlugin plugin,
        Plan.Accepted plan,
        List<Seat> seats,
        Map<String, String> parameters,
        DatasetCards cards) {
    Admitted {
        seats = List.copyOf(seats);
        parameters = Map.copyOf(parameters);
    }

    Seat seat(String party) {
        return seats.stream()
                .filter(seat -> seat.party().id().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
