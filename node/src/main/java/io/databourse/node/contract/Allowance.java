package io.databourse.node.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// How many runs a contract and its supplements allow, and until when. The node counts by itself:
/// it plays through all runs that it has begun, each taking one from what ends first, and what is
/// unused at an end goes on only as far as the next supplement says.
final class Allowance {
    private final List<Pack> packs = new ArrayList<>();
    private final long runs;

    private static final class Pack {
        private long left;
        private final Instant until;

        /// How many runs it may still take over.
        private long room;

        Pack(long left, Instant until, long room) {
            this.left = left;
            this.until = until;
            this.room = room;
        }
    }

    Allowance(ContractDocument contract, List<SupplementDocument> supplements) {
        var policy = contract.policy();
        packs.add(new Pack(policy.maximumRuns(), policy.notAfter(), 0));
        supplements.forEach(
                each -> packs.add(new Pack(each.units(), each.validUntil(), each.rollover())));
        runs = packs.stream().mapToLong(pack -> pack.left).sum();
    }

    /// All runs, whenever they end.
    long runs() {
        return runs;
    }

    /// Whether one more run may begin now, after those that began at these times. To be asked once.
    boolean allows(Collection<Instant> begun, Instant now) {
        var allowed = false;
        for (var at : Stream.concat(begun.stream().sorted(), Stream.of(now)).toList()) {
            passOn(at);
            allowed = take(at);
        }
        return allowed;
    }

    private void passOn(Instant at) {
        for (var pack : packs) {
            if (!at.isBefore(pack.until)) {
                packs.stream()
                        .filter(other -> other.until.isAfter(pack.until))
                        .findFirst()
                        .ifPresent(next -> {
                            var units = Math.min(pack.left, next.room);
                            next.left += units;
                            next.room -= units;
                        });
                pack.left = 0;
            }
        }
    }

    private boolean take(Instant at) {
        for (var pack : packs) {
            if (at.isBefore(pack.until) && pack.left > 0) {
                pack.left--;
                return true;
            }
        }
        return false;
    }
}
