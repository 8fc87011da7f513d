package io.databourse.protection.mask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives each identifier other digits, no two the same, and none that are an identifier.
///
/// Nearly always that is the first permutation's answer. Where this is somebody's original, the
/// identifier takes the first answer of the further permutations that is nobody's original and
/// nobody's mask; these few are remembered, because another file may ask for them again.
final class DigitMask {
    /// If nearly all values of this form are taken, there may be no free one.
    private static final int MOST_TRIES = 1_000;

    private final DigitCipher cipher;
    private final Originals originals;
    private final Map<String, String> moved = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    DigitMask(DigitCipher cipher, Originals originals) {
        this.cipher = cipher;
        this.originals = originals;
    }

    Optional<String> mask(String value) {
        Optional<String> first = cipher.encrypt(value, 0);
        if (first.isEmpty() || !originals.occurIn(first.get())) {
            return first;
        }
        String before = moved.get(value);
        return before != null ? Optional.of(before) : move(value);
    }

    private Optional<String> move(String value) {
        for (int number = 1; number < MOST_TRIES; number++) {
            String tried = cipher.encrypt(value, number).orElseThrow();
            if (isFree(tried) && given.add(tried)) {
                moved.put(value, tried);
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(String tried) {
        return !originals.occurIn(tried)
                && !originals.occurIn(cipher.decrypt(tried, 0).orElseThrow());
    }
}
