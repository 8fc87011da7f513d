package io.databourse.node.contract;

import io.databourse.protection.watermark.WatermarkPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The owner's own limits for one source, set in the node's configuration and known to nobody else.
/// A contract may allow less than this, never more, whoever signed it.
///
/// @param tasks such as `mpc/psi`
/// @param resultColumns columns whose values may reach another party
/// @param minimumResult the fewest rows that a result made with this source may have
/// @param room the owner's own rules for closed rooms; without them the contract's hold alone
/// @param watermark what tables that leave a room carry, where the owner wants to trace them
public record ReleasePolicy(
        Set<String> tasks,
        Set<String> purposes,
        Set<String> joinColumns,
        Set<String> filterColumns,
        Set<String> resultColumns,
        int minimumResult,
        Instant until,
        Optional<RoomTerms> room,
        Optional<WatermarkTerms> watermark) {
    public ReleasePolicy {
        tasks = Set.copyOf(tasks);
        purposes = Set.copyOf(purposes);
        joinColumns = Set.copyOf(joinColumns);
        filterColumns = Set.copyOf(filterColumns);
        resultColumns = Set.copyOf(resultColumns);
    }

    /// What the owner says about rooms.
    ///
    /// @param rules JSON text, the ceiling of what a contract may allow
    /// @param syntheticValues columns whose real values may stand in the rows of a dry run
    /// @param unapprovedDryRuns whether scripts that nobody has approved may try those rows
    public record RoomTerms(String rules, Set<String> syntheticValues, boolean unapprovedDryRuns) {
        public RoomTerms {
            syntheticValues = Set.copyOf(syntheticValues);
        }
    }

    /// How copies of this source name who got them, 数据水印.
    ///
    /// @param key the file of the owner's secret
    /// @param only whether what cannot carry the mark stays here
    public record WatermarkTerms(WatermarkPolicy policy, Path key, boolean only) {}
}
