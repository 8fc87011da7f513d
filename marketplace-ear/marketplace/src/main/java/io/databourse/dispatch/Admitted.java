package io.databourse.dispatch;

import io.databourse.plugin.Plan;
import java.util.List;

/// A job that may be run: with which plugin, by which nodes, at what price in time and room.
record Admitted(OfferedPlugin plugin, Plan.Accepted plan, List<Seat> seats) {
    Admitted {
        seats = List.copyOf(seats);
    }

    Seat seat(String party) {
        return seats.stream()
                .filter(seat -> seat.party().id().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
