package io.databourse.node.contract;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a node knows by itself and holds against a contract; nothing in it comes from the exchange
/// but the list of revoked certificates.
///
/// @param source the source that contract or section name, if this node has it
/// @param tables the sources of the contract's further tables that this node has, by their names
/// @param plugin the plugin of that id that is installed here
/// @param jobsRun that this node has begun under the contract
/// @param revoked serial numbers of certificates that are withdrawn
public record OwnFacts(
        String nodeId,
        X509Certificate signingCertificate,
        X509Certificate channelCertificate,
        X509Certificate signingAuthority,
        Set<BigInteger> revoked,
        Optional<SourceFacts> source,
        Map<String, SourceFacts> tables,
        Optional<JobDefinition.PluginVersion> plugin,
        RunsBegun jobsRun,
        Reviewed reviewed,
        Instant now) {
    public OwnFacts {
        tables = Map.copyOf(tables);
    }

    /// What reviewers here have let through, as SHA-256 in hex.
    ///
    /// @param scripts for the contract
    /// @param outputs of the job, whose files are still those that were released
    public record Reviewed(Set<String> scripts, Set<String> outputs) {
        public static final Reviewed NOTHING = new Reviewed(Set.of(), Set.of());

        public Reviewed {
            scripts = Set.copyOf(scripts);
            outputs = Set.copyOf(outputs);
        }
    }

    /// The source as it is now.
    ///
    /// @param release the owner's limits; without them the source is for own use alone
    /// @param tellsMatches whether another party may be told which of its rows match this source
    public record SourceFacts(
            String name,
            String contentHash,
            Optional<ReleasePolicy> release,
            boolean tellsMatches) {
        public SourceFacts(String name, String contentHash, Optional<ReleasePolicy> release) {
            this(name, contentHash, release, false);
        }
    }
}
