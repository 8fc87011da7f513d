package io.databourse.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a party's report says of an output that it holds for its reviewers.
///
/// @param sha256 of the bundle, in hex
/// @param until when the node gives up waiting
/// @param preScreen how many findings of each kind the automatic pre-screen made
@JsonIgnoreProperties(ignoreUnknown = true)
public record HeldReport(
        String sha256,
        long bytes,
        Optional<Instant> until,
        Optional<Map<String, Integer>> preScreen) {
    private static final List<String> WORST_FIRST = List.of("FAIL", "REVIEW");

    public HeldReport {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hex");
        }
    }

    /// The pre-screen as a class alone: `FAIL`, `REVIEW` or `PASS`.
    Optional<String> verdict() {
        return preScreen.map(counts ->
                WORST_FIRST.stream()
                        .filter(each -> counts.getOrDefault(each, 0) > 0)
                        .findFirst()
                        .orElse("PASS"));
    }
}
