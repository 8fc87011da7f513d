package io.databourse.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Collects what is found.
final class Findings {
    /// One broken file need not fill the screen.
    private static final int MOST_BAD = 20;

    private final List<Finding> all = new ArrayList<>();
    private int bad;

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    void good(String text, Object... arguments) {
        all.add(new Finding(true, String.format(Locale.ROOT, text, arguments)));
    }

    @SuppressWarnings("AnnotateFormatMethod") // as above
    void bad(String text, Object... arguments) {
        bad++;
        if (bad <= MOST_BAD) {
            all.add(new Finding(false, String.format(Locale.ROOT, text, arguments)));
        }
    }

    /// How many bad findings there are, even those that are not told.
    int bad() {
        return bad;
    }

    BillVerdict verdict() {
        return new BillVerdict(all);
    }
}
