package io.databourse.membership;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A node of the network, 协作节点.
///
/// @param owner empty for the exchange's own compute node
/// @param signingKeyFingerprint of the public key, shown to the operator before approval
/// @param signingFingerprint of the certificate, once issued
/// @param online whether it was heard of within the last minute
public record PartyNode(
        NodeId id,
        String name,
        Optional<MerchantId> owner,
        String ownerName,
        NodeState state,
        Optional<String> channelEndpoint,
        Optional<String> signingFingerprint,
        Optional<String> channelFingerprint,
        Optional<String> signingKeyFingerprint,
        Optional<String> channelKeyFingerprint,
        Optional<String> signingCertificate,
        Optional<String> version,
        Optional<String> isolation,
        List<SourceCard> sources,
        List<PluginOffer> plugins,
        boolean online,
        Optional<Instant> lastSeen,
        Instant createdAt) {
    public PartyNode {
        sources = List.copyOf(sources);
        plugins = List.copyOf(plugins);
    }
}
