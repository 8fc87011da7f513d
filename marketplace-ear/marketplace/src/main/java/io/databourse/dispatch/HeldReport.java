package io.databourse.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/// What a party's report says of an output that it holds for its reviewers.
///
/// @param sha256 of the bundle, in hex
/// @param verdict what the automatic pre-screen says, as a class alone
@JsonIgnoreProperties(ignoreUnknown = true)
public record HeldReport(String sha256, long bytes, Optional<String> verdict) {
    public HeldReport {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hex");
        }
    }
}
