package io.databourse.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.MerkleHash;
import io.databourse.metering.MeterBatch;
import io.databourse.metering.SignedReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptCheckTest {
    private static final String DOCUMENT =
            "{\"outcome\":\"HIT\",\"units\":1,\"rows\":3,\"bytes\":40,\"cpuMillis\":2,\"source\":\"g\","
                    + "\"id\":\"x\",\"at\":\"2026-11-21T08:00:00Z\"}";

    private final Digest first = leaf(DOCUMENT);
    private final Digest second = leaf("another");
    private final String root = MerkleHash.node(first, second).toString();

    @TempDir Path folder;
    private ExchangeKeys keys;

    @BeforeEach
    void makeKeys() throws IOException {
        keys = ExchangeKeys.createOrLoad(folder, List.of("localhost"));
    }

    @Test
    void a_receipt_holds_from_its_text_to_the_signature() {
        assertThat(check(receipt(DOCUMENT, statement(root))).holds()).isTrue();
    }

    @Test
    void a_text_that_was_changed_is_not_in_the_tree() {
        ReceiptCheck check =
                check(receipt(DOCUMENT.replace("\"units\":1", "\"units\":2"), statement(root)));
        assertThat(check).isEqualTo(new ReceiptCheck(false, true, true));
    }

    @Test
    void a_statement_about_another_root_proves_nothing() {
        ReceiptCheck check = check(receipt(DOCUMENT, statement(second.toString())));
        assertThat(check).isEqualTo(new ReceiptCheck(true, false, true));
        assertThat(check.holds()).isFalse();
    }

    @Test
    void a_statement_that_was_changed_is_not_signed() {
        SignedReceipt good = receipt(DOCUMENT, statement(root));
        MeterBatch batch = good.batch();
        SignedReceipt forged =
                new SignedReceipt(
                        good.document(),
                        1,
                        0,
                        good.path(),
                        new MeterBatch(
                                batch.id(),
                                batch.calls(),
                                batch.root(),
                                batch.statement().replace("}", ",\"x\":1}"),
                                batch.signature(),
                                batch.at()));
        assertThat(check(forged)).isEqualTo(new ReceiptCheck(true, true, false));
    }

    @Test
    void the_document_is_read_as_it_was_written() {
        assertThat(CallText.of(DOCUMENT))
                .isEqualTo(
                        new CallText(
                                Instant.parse("2026-11-21T08:00:00Z"),
                                "HIT",
                                1,
                                3,
                                40,
                                2,
                                0,
                                "g",
                                "x",
                                false));
    }

    private ReceiptCheck check(SignedReceipt receipt) {
        return ReceiptCheck.of(receipt, keys.signerCertificate());
    }

    private SignedReceipt receipt(String document, String statement) {
        return new SignedReceipt(
                document,
                1,
                0,
                List.of(second.toString()),
                new MeterBatch(
                        7,
                        2,
                        root,
                        statement,
                        keys.signer().signDocument(statement),
                        Instant.parse("2026-11-21T08:00:01Z")));
    }

    private static String statement(String root) {
        return "{\"batch\":7,\"calls\":2,\"root\":\"%s\"}".formatted(root);
    }

    private static Digest leaf(String text) {
        return MerkleHash.leaf(text.getBytes(StandardCharsets.UTF_8));
    }
}
