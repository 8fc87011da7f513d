package io.databourse.evidence;

import io.databourse.contract.Contract;
import io.databourse.contract.PartyRole;
import io.databourse.contract.PartySignature;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.Pem;
import io.databourse.form.FormBlock;
import io.databourse.pdf.PdfFont;
import io.databourse.pdf.PdfPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A contract on paper. What was signed is the document in the exchange and at the nodes; this says
/// how to find and check it.
final class ContractPdf {
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float LABEL = 120;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'XXX")
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private final Contract contract;
    private final String text;
    private final List<EvidenceEntry> entries;

    ContractPdf(Contract contract, String text, List<EvidenceEntry> entries) {
        this.contract = contract;
        this.text = text;
        this.entries = entries;
    }

    byte[] bytes() {
        try (PDDocument document = new PDDocument()) {
            PdfFont font = new PdfFont(document);
            try (PdfPages pages = PdfPages.portrait(document, font, contract.id().value())) {
                for (FormBlock block : FormBlock.of(text)) {
                    block(pages, block);
                }
                pages.nextPage();
                signatures(pages);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be written as PDF", e);
        }
    }

    private static void block(PdfPages pages, FormBlock block) throws IOException {
        switch (block) {
            case FormBlock.Title(var title) -> heading(pages, title, TITLE);
            case FormBlock.Heading(var title) -> heading(pages, title, HEADING);
            case FormBlock.Paragraph(var line) -> pages.paragraph(line, TEXT, 0, pages.width());
            case FormBlock.Table(var rows) -> table(pages, rows);
        }
    }

    private static void heading(PdfPages pages, String title, float size) throws IOException {
        if (!pages.has(size * 5)) {
            pages.nextPage();
        }
        pages.down(size);
        pages.paragraph(title, size, 0, pages.width());
        pages.down(size / 3);
    }

    /// The last column is the one with sentences.
    private static void table(PdfPages pages, List<List<String>> rows) throws IOException {
        for (List<String> row : rows) {
            if (!pages.has(TEXT * 2)) {
                pages.nextPage();
                pages.down(TEXT);
            }
            pages.text(row.get(0), TEXT, 0, LABEL, false);
            pages.text(row.get(1), TEXT, LABEL, LABEL, false);
            pages.paragraph(row.get(2), TEXT, 2 * LABEL, pages.width() - 2 * LABEL);
        }
        pages.down(TEXT / 2);
    }

    private void signatures(PdfPages pages) throws IOException {
        heading(pages, "签名页 Signatures", TITLE);
        fact(pages, "合同 Contract", contract.id().value());
        fact(pages, "文件摘要 SM3 of the document", contract.documentHash());
        for (PartySignature each : contract.signatures()) {
            heading(pages, side(each.role()) + "  " + each.organisation(), HEADING);
            fact(pages, "节点 Node", each.nodeId().value());
            fact(pages, "状态 State", each.state().name());
            if (each.signedAt().isPresent()) {
                fact(pages, "签名时间 Signed at", moment(each.signedAt().get()));
                fact(pages, "SM2 签名 Signature", each.signature().orElseThrow());
                fact(
                        pages,
                        "证书指纹 Certificate, SHA-256",
                        Fingerprint.of(Pem.certificate(each.certificate().orElseThrow())));
            }
        }
        heading(pages, "存证 Evidence", HEADING);
        for (EvidenceEntry entry : entries) {
            fact(
                    pages,
                    entry.type(),
                    "%s  %s  %s  %s"
                            .formatted(
                                    entry.index() < 0 ? "–" : "#" + entry.index(),
                                    moment(entry.at()),
                                    entry.id().value(),
                                    entry.leafHash()));
        }
        pages.down(TEXT);
        pages.paragraph(
                "双方节点对合同文件（JSON 文本）的 UTF-8 字节以 SM2（SM3 摘要）签名；本文件的合同条款是其中 form.text 一项。"
                        + "条款为《数据提供合同（示范文本）》GF-2025-2615，以主管部门公布的文本为准。",
                SMALL,
                0,
                pages.width());
        pages.paragraph(
                "Both nodes signed the UTF-8 bytes of the contract's document (JSON) with SM2 over"
                        + " SM3; the clauses above are its member form.text.",
                SMALL,
                0,
                pages.width());
    }

    private static void fact(PdfPages pages, String label, String value) throws IOException {
        if (!pages.has(SMALL * 4)) {
            pages.nextPage();
            pages.down(SMALL);
        }
        pages.text(label, SMALL, 0, 1.2f * LABEL, false);
        pages.paragraph(value, SMALL, 1.25f * LABEL, pages.width() - 1.25f * LABEL);
    }

    private static String side(PartyRole role) {
        return switch (role) {
            case CONSUMER -> "甲方 Consumer";
            case PROVIDER -> "乙方 Provider";
            case COMPUTE -> "计算方 Compute";
        };
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
