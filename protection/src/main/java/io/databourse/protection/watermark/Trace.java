package io.databourse.protection.watermark;

import java.util.List;

/// What a file says about where it came from.
///
/// @param marks distinct marked rows that were read
/// @param bound on the probability that anybody at all is accused wrongly
/// @param accused whose copy it is: nobody, one, or several who mixed their copies
public record Trace(int marks, double bound, List<Suspect> accused) {
    /// @param chance an upper bound on the probability that any of the recipients fits so well
    ///   without being the source
    public record Suspect(String recipient, int fitting, double chance) {}

    public Trace {
        accused = List.copyOf(accused);
    }
}
