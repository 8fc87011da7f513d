package io.databourse.node.masking;

import io.databourse.node.review.Reviewers;
import java.util.Map;
import java.util.Optional;

/// The people of the node's organisation who may use its console.
///
/// @param doors the passwords of them all
/// @param persons by name
public record People(Reviewers doors, Map<String, Person> persons) {
    public People {
        persons = Map.copyOf(persons);
        if (!persons.keySet().equals(doors.names())) {
            throw new IllegalArgumentException("people without passwords, or passwords of nobody");
        }
    }

    /// One of them.
    ///
    /// @param role as the configuration calls it; nothing sees least
    /// @param reviews whether held outputs and scripts are theirs to decide
    /// @param administers whether they may see who has read what
    public record Person(
            String name, Optional<String> role, View view, boolean reviews, boolean administers) {}

    /// Somebody whose password was checked.
    public Person known(String name) {
        return Optional.ofNullable(persons.get(name)).orElseThrow();
    }
}
