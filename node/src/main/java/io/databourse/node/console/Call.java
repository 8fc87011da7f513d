package io.databourse.node.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request and its answer.
final class Call {
    private static final int MOST_FORM = 1 << 16;

    private final HttpExchange exchange;
    private final List<String> path;
    private final Map<String, String> query;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
        path = List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        query = pairs(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    boolean isPost() {
        return exchange.getRequestMethod().equals("POST");
    }

    boolean isGet() {
        return exchange.getRequestMethod().equals("GET");
    }

    /// The parts of the path; of `/` one that is empty.
    List<String> path() {
        return path;
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(cookies -> List.of(cookies.split(";", -1)).stream())
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    Language language() {
        return switch (cookie("lang").orElse("")) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> Language.of(header("Accept-Language").orElse("en"));
        };
    }

    /// The fields of a form.
    Map<String, String> form() throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(MOST_FORM + 1);
        if (bytes.length > MOST_FORM) {
            throw new Wrong(413);
        }
        return pairs(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                pairs.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Wrong(400);
        }
    }

    /// A request that is not answered as it was meant.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Wrong(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().add(header, value);
    }

    void send(int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        set("Content-Type", type + "; charset=utf-8");
        var bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
    }

    void redirect(String address) throws IOException {
        set("Location", address);
        exchange.sendResponseHeaders(303, -1);
    }

    void send(String type, Path file) throws IOException {
        set("Content-Type", type);
        exchange.sendResponseHeaders(200, Files.size(file) == 0 ? -1 : Files.size(file));
        try (var in = Files.newInputStream(file)) {
            in.transferTo(exchange.getResponseBody());
        }
    }

    /// An answer of unknown length.
    java.io.OutputStream stream(String type) throws IOException {
        set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }
}
