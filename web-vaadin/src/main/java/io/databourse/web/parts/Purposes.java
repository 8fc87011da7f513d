package io.databourse.web.parts;

import java.util.List;

/// Purposes of use in words. A listing may name others than those known here.
public final class Purposes {
    public static final List<String> KNOWN =
            List.of("marketing", "risk-control", "anti-fraud", "research", "public-service");

    private Purposes() {}

    public static String of(String purpose) {
        return Texts.ofCode("purpose", purpose);
    }

    public static String of(List<String> purposes) {
        return Texts.list(purposes.stream().map(Purposes::of).toList());
    }
}
