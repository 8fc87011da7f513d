package io.databourse.launcher.part;

import java.util.Locale;

/// The ports that the programs listen on, with the value that each has if nobody says otherwise.
public enum PortName {
    HTTP(8080),
    HTTPS(8443),
    MANAGEMENT(9990),
    KEYCLOAK(8180),
    DB(54321),
    BANK_NODE(7101),
    AIRLINE_NODE(7102),
    EXCHANGE_NODE(7103),
    OIL_NODE(7104),
    BANK_CONSOLE(7111),
    OIL_CONSOLE(7114);

    private final int standard;

    PortName(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    /// Name of the environment variable that sets it.
    public String variable() {
        return "BOURSE_" + name() + "_PORT";
    }

    /// Key in the remembered settings.
    String key() {
        return "port." + name().toLowerCase(Locale.ROOT);
    }
}
