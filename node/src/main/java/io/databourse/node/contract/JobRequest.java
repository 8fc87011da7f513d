package io.databourse.node.contract;

import io.databourse.node.Json;
import java.util.Optional;

/// What the exchange asks a node to prepare. Nothing in it is believed.
///
/// @param definition the exact text
/// @param section the exact text, absent for a party without data
public record JobRequest(
        String jobId,
        int attempt,
        SignedContract contract,
        String definition,
        Optional<String> section,
        String sectionSalt) {

    /// Reads it from an instruction.
    public static JobRequest of(Json json) {
        return new JobRequest(
                json.text("jobId"),
                json.count("attempt"),
                SignedContract.of(json.child("contract")),
                json.text("definition"),
                json.find("section"),
                json.find("sectionSalt").orElse(""));
    }
}
