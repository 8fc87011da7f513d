package io.databourse.launcher.part;

import io.databourse.crypto.ExchangeKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes the exchange's keys where WildFly is not started by this program, as in a container.
public final class MakeExchangeKeys {

    private MakeExchangeKeys() {}

    /// Arguments: the folder, then the host names for the server's certificate.
    public static void main(String[] arguments) throws IOException {
        List<String> names = List.of(arguments).subList(1, arguments.length);
        ExchangeKeys.createOrLoad(Path.of(arguments[0]), names);
    }
}
