package io.databourse.launcher.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Puts our realm into a running Keycloak, and its clients' addresses right when a port moved.
///
/// It goes through Keycloak's admin interface, not through its import folder, because that folder
/// is part of the installation, which several systems of one checkout share.
final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Settings settings;
    private final String base;
    private final String user;
    private final String password;

    Realm(Settings settings, String user, String password) {
        this.settings = settings;
        this.base = "http://localhost:" + settings.ports().of(PortName.KEYCLOAK);
        this.user = user;
        this.password = password;
    }

    void bringUpToDate() {
        try {
            String wanted = definition();
            Path known = settings.home().keycloak().resolve("realm.json");
            boolean exists = Probe.answers(settings.realmAddress());
            if (exists && Files.exists(known) && Files.readString(known).equals(wanted)) {
                return;
            }
            if (exists) {
                ObjectNode clients = JSON.createObjectNode();
                clients.put("ifResourceExists", "OVERWRITE");
                clients.set("clients", JSON.readTree(wanted).path("clients"));
                post("/admin/realms/databourse/partialImport", clients.toString());
                ObjectNode users = JSON.createObjectNode();
                users.put("ifResourceExists", "SKIP");
                users.set("users", JSON.readTree(wanted).path("users"));
                post("/admin/realms/databourse/partialImport", users.toString());
            } else {
                post("/admin/realms", wanted);
            }
            Files.writeString(known, wanted);
        } catch (IOException e) {
            throw new Fault("cannot set up the realm in Keycloak", e);
        }
    }

    private String definition() throws IOException {
        try (InputStream in = Realm.class.getResourceAsStream("realm.json")) {
            if (in == null) {
                throw new IllegalStateException("realm.json is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@exchange@", settings.exchangeAddress());
        }
    }

    private void post(String path, String body) throws IOException {
        HttpRequest request =
                request(path)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        send(request);
    }

    private String token() throws IOException {
        String form =
                "grant_type=password&client_id=admin-cli&username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8)
                        + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest request =
                request("/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        JsonNode answer = JSON.readTree(send(request));
        return answer.path("access_token").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(
                        request.uri()
                                + " answered "
                                + response.statusCode()
                                + " "
                                + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
