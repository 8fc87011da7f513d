package io.databourse.web.dispute;

import com.vaadin.flow.component.Component;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.web.evidence.EvidenceTexts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The evidence that was collected when a dispute was opened; each entry leads to its proof.
@Dependent
class DisputeEvidenceTable {
    private final EvidenceService evidence;

    @Inject
    DisputeEvidenceTable(EvidenceService evidence) {
        this.evidence = evidence;
    }

    Component table(Dispute dispute) {
        return new DataTable<EvidenceEntry>(
                        "dispute-evidence", Blocks.empty(Texts.t("dispute.noEvidence")))
                .ordered(
                        "wallet.at",
                        EvidenceEntry::at,
                        entry -> entry.at().toString(),
                        entry -> new When(entry.at()))
                .column("evidence.stage", EvidenceTexts::stage)
                .column(
                        "evidence.type",
                        EvidenceTexts::type,
                        entry -> Blocks.link(EvidenceTexts.type(entry), "evidence/" + entry.id()))
                .column(
                        "evidence.subject",
                        EvidenceEntry::subjectId,
                        entry -> Blocks.mono(entry.subjectId(), "story/" + entry.subjectId()))
                .from(page -> read(dispute.evidence(), page));
    }

    /// Entries that do not concern the caller's organisation are left out.
    private Page<EvidenceEntry> read(List<String> ids, PageRequest page) {
        int from = page.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(ids.size(), from + page.limit());
        return new Page<>(
                ids.subList(from, to).stream().flatMap(this::find).toList(),
                to < ids.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    private Stream<EvidenceEntry> find(String id) {
        try {
            return Stream.of(evidence.find(CurrentUser.caller(), new EntryId(id)));
        } catch (Refusal notTheirs) {
            return Stream.empty();
        }
    }
}
