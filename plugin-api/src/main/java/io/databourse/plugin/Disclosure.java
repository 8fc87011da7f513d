package io.databourse.plugin;

import java.util.List;
import java.util.Map;

/// What a task reveals, to whom, and what must be trusted for it to reveal no more. Say only what
/// is true: it is printed on the contract, and the test kit compares it with what a run reports.
///
/// @param adversary what a party may do without breaking the promise, such as semi-honest
/// @param learns what each role learns besides its own input, by role name; every role is listed
/// @param sizes which sizes leak, by the names that [WorkMeter#learned] reports
/// @param nonCollusion who must not work together; empty if nobody needs to be trusted so
/// @param notProtected what the protocol does not defend against
/// @param source the paper, standard or section that the protocol is taken from
public record Disclosure(
        Text adversary,
        Map<String, Text> learns,
        List<Size> sizes,
        List<Text> nonCollusion,
        List<Text> notProtected,
        String source) {
    public Disclosure {
        learns = Map.copyOf(learns);
        sizes = List.copyOf(sizes);
        nonCollusion = List.copyOf(nonCollusion);
        notProtected = List.copyOf(notProtected);
        if (source.isBlank()) {
            throw new IllegalArgumentException("a protocol has a source");
        }
    }

    /// A size that a role gets to see.
    ///
    /// @param name as reported by [WorkMeter#learned], such as `setSize`
    /// @param role the role that sees it
    public record Size(String name, String role, Text meaning) {}
}
