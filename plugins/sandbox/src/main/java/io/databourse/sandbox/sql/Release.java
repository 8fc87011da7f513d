package io.databourse.sandbox.sql;

import java.util.List;
import java.util.Set;

/// How results leave.
///
/// @param languages of scripts
/// @param reviewers how many of the owner's people must agree to what is held back: 1 or 2
/// @param automatic results of governed queries up to this size leave without a review
public record Release(Set<Mode> modes, List<String> languages, int reviewers, Automatic automatic) {

    /// Up to how many rows and bytes; zero rows means that all results are reviewed.
    public record Automatic(int rows, long bytes) {
        public static final Automatic NEVER = new Automatic(0, 0);

        public Automatic {
            if (rows < 0 || bytes < 0) {
                throw new RulesException("autoRelease 为负数", "autoRelease is negative");
            }
        }
    }

    public Release {
        modes = Set.copyOf(modes);
        languages = List.copyOf(languages);
        if (modes.isEmpty()) {
            throw new RulesException("modes 为空", "modes is empty");
        }
        if (reviewers < 1 || reviewers > 2) {
            throw new RulesException("reviewers 须为 1 或 2", "reviewers is not 1 or 2");
        }
    }
}
