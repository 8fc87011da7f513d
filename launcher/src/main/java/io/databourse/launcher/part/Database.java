package io.databourse.launcher.part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How the exchange reaches its PostgreSQL.
///
/// @param url `jdbc:postgresql://host:port/name`
public record Database(String url, String user, String password) {
    private static final String OPTIONS =
            "-c idle_in_transaction_session_timeout=30s -c tcp_user_timeout=30s";

    public Database {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Fault("BOURSE_DB_URL must start with jdbc:postgresql: but is " + url);
        }
    }

    /// The same, for the exchange's own sessions. PostgreSQL ends what an instance has begun that
    /// is frozen or out of reach, and with it the locks that hold up the other instances; by its
    /// defaults it would wait for ever, or for two hours. Whoever states options of their own
    /// decides for themselves.
    String sessionUrl() {
        if (url.contains("options=")) {
            return url;
        }
        String options = URLEncoder.encode(OPTIONS, StandardCharsets.UTF_8).replace("+", "%20");
        return url + (url.contains("?") ? "&" : "?") + "options=" + options;
    }

    @Override
    public String toString() {
        return "Database[" + user + " at " + url + "]";
    }
}
