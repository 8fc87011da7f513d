package io.databourse.web.evidence;

import io.databourse.evidence.EvidenceEntry;
import io.databourse.web.parts.Texts;

/// Stages and kinds of entries in words; a kind without words is shown by its name.
public final class EvidenceTexts {
    private EvidenceTexts() {}

    public static String stage(EvidenceEntry entry) {
        return Texts.ofCode("stage", entry.stage());
    }

    public static String type(EvidenceEntry entry) {
        return Texts.ofCode("event." + entry.stage(), entry.type());
    }
}
