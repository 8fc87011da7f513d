package io.databourse.launcher.part;

/// How the exchange reaches its PostgreSQL.
///
/// @param url `jdbc:postgresql://host:port/name`
public record Database(String url, String user, String password) {

    public Database {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Fault("BOURSE_DB_URL must start with jdbc:postgresql: but is " + url);
        }
    }

    @Override
    public String toString() {
        return "Database[" + user + " at " + url + "]";
    }
}
