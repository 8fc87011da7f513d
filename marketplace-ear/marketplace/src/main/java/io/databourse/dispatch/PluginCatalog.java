package io.databourse.dispatch;

import io.databourse.plugin.PluginCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The plugins that the exchange offers.
@ApplicationScoped
public class PluginCatalog {
    public List<PluginCard> cards() {
        throw new UnsupportedOperationException();
    }

    public List<OfferedPlugin> offers() {
        throw new UnsupportedOperationException();
    }
}
