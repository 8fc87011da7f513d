package io.databourse.node;

import io.databourse.node.contract.ReleasePolicy;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.watermark.Watermark;
import io.databourse.protection.watermark.WatermarkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// Reads the keys `sources.<name>.release.…`.
final class ReleaseConfig {
    private ReleaseConfig() {}

    static ReleasePolicy read(ConfigFile file, String prefix) {
        var room = room(file, prefix);
        return new ReleasePolicy(
                file.set(prefix + ".tasks"),
                file.set(prefix + ".purposes"),
                file.set(prefix + ".join-columns"),
                file.set(prefix + ".filter-columns"),
                file.set(prefix + ".result-columns"),
                file.number(prefix + ".minimum-result", 1, Integer.MAX_VALUE),
                file.until(prefix + ".until"),
                room,
                watermark(file, prefix, room));
    }

    private static Optional<ReleasePolicy.RoomTerms> room(ConfigFile file, String prefix) {
        var key = prefix + ".room";
        var values = file.set(prefix + ".synthetic-values");
        var dryRuns = file.flag(prefix + ".unapproved-dry-runs");
        if (file.find(key).isEmpty()) {
            return Optional.empty();
        }
        try {
            var rules = Files.readString(file.path(key));
            var _ = Json.parse(rules, "rules");
            return Optional.of(new ReleasePolicy.RoomTerms(rules, values, dryRuns));
        } catch (IOException | IllegalArgumentException e) {
            throw file.problem(key, "is not a readable file with a JSON object");
        }
    }

    /// The policy and the key are tried now: a node that cannot mark must not find out when
    /// something is to leave.
    private static Optional<ReleasePolicy.WatermarkTerms> watermark(
            ConfigFile file, String prefix, Optional<ReleasePolicy.RoomTerms> room) {
        var key = prefix + ".watermark";
        var only = file.flag(key + "-only");
        if (file.find(key).isEmpty()) {
            for (var other : new String[] {key + "-key", key + "-only"}) {
                if (file.find(other).isPresent()) {
                    throw file.problem(other, "says nothing without " + key);
                }
            }
            return Optional.empty();
        }
        var secret = file.path(key + "-key");
        if (only && room.filter(ReleaseConfig::reviewsAll).isEmpty()) {
            throw file.problem(
                    key + "-only",
                    "needs rules of your own without autoRelease: what leaves at once has no mark");
        }
        try {
            var policy = Policy.read(file.path(key), WatermarkPolicy.class);
            var _ = new Watermark(policy, ProtectionKey.read(secret));
            return Optional.of(new ReleasePolicy.WatermarkTerms(policy, secret, only));
        } catch (IOException e) {
            throw file.problem(key, "cannot be used: " + e.getMessage());
        }
    }

    private static boolean reviewsAll(ReleasePolicy.RoomTerms room) {
        return !Json.parse(room.rules(), "rules").node().hasNonNull("autoRelease");
    }
}
