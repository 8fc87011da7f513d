package io.databourse.membership;

import java.util.List;

/// What a node says when it connects.
public record Hello(
        String version, List<SourceCard> sources, List<PluginOffer> plugins, String isolation) {
    public Hello {
        sources = List.copyOf(sources);
        plugins = List.copyOf(plugins);
    }
}
