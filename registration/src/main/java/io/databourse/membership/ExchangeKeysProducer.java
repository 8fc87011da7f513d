package io.databourse.membership;

import io.databourse.crypto.ExchangeKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Loads the exchange's own keys from the folder that the installation names.
@ApplicationScoped
class ExchangeKeysProducer {
    private static final String FOLDER = "bourse.exchange.dir";

    @Produces
    @Singleton
    ExchangeKeys exchangeKeys() {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("set the system property " + FOLDER);
        }
        try {
            return ExchangeKeys.load(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("no keys of the exchange in " + folder, e);
        }
    }
}
