package io.databourse.node.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.node.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How many reviewers have to agree: the most that any of the rules asks for, of the room or of one
/// of its tables.
public final class RequiredReviewers {
    private RequiredReviewers() {}

    /// By the contract's rules and by those of this node's owner.
    ///
    /// @param releases the owner's own limits by source
    public static int of(
            ContractDocument contract, String nodeId, Map<String, ReleasePolicy> releases) {
        var sources =
                contract.dataset().nodeId().equals(nodeId)
                        ? Stream.concat(
                                Stream.of(contract.dataset().source()),
                                contract.tables().stream().map(ContractDocument.TableTerms::source))
                        : Stream.<String>empty();
        var own = sources.flatMap(source -> Optional.ofNullable(releases.get(source)).stream());
        return most(Stream.concat(contract.policy().room().stream(), rules(own)));
    }

    /// By the owner's rules of every source: where it is not known yet which one is meant.
    public static int ofAny(Map<String, ReleasePolicy> releases) {
        return most(rules(releases.values().stream()));
    }

    private static Stream<String> rules(Stream<ReleasePolicy> releases) {
        return releases.flatMap(release -> release.room().stream())
                .map(ReleasePolicy.RoomTerms::rules);
    }

    private static int most(Stream<String> rules) {
        return rules.map(text -> Json.parse(text, "rules").node())
                .flatMap(room ->
                        Stream.<JsonNode>concat(Stream.of(room), room.path("tables").valueStream()))
                .mapToInt(each -> each.path("reviewers").asInt(1))
                .max()
                .orElse(1);
    }
}
