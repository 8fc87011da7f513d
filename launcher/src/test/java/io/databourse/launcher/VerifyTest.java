package io.databourse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.launcher.part.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bill that an exchange once made stays good for ever; its keys are long gone.
class VerifyTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Verify verify =
            new Verify(new Console(new PrintStream(output, true, StandardCharsets.UTF_8)));

    @TempDir Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("bill.json", "exchange.pem")) {
            try (InputStream sample =
                    Objects.requireNonNull(VerifyTest.class.getResourceAsStream(name))) {
                Files.copy(sample, file(name));
            }
        }
    }

    @Test
    void each_check_is_a_line_and_a_good_bill_ends_with_0() {
        assertThat(run("bill", "bill.json", "--key", "exchange.pem")).isZero();
        assertThat(lines())
                .endsWith("The bill is right.")
                .filteredOn(line -> line.startsWith("ok     "))
                .hasSize(8)
                .anyMatch(line -> line.contains("issued by the root you trust"))
                .anyMatch(line -> line.contains("12 receipts: calls 1 to 12"));
    }

    @Test
    void without_a_key_it_says_whose_signature_it_believed() {
        assertThat(run("bill", "bill.json")).isZero();
        assertThat(lines()).anyMatch(line -> line.contains("from the file itself; compare it"));
    }

    @Test
    void a_changed_bill_ends_with_1_and_says_what_is_wrong() throws IOException {
        String bill = Files.readString(file("bill.json"));
        Files.writeString(file("bill.json"), bill.replaceFirst("HIT", "MIS"));

        assertThat(run("bill", "bill.json", "--key", "exchange.pem")).isEqualTo(1);
        assertThat(lines())
                .endsWith("The bill is not right.")
                .anyMatch(line ->
                        line.startsWith("WRONG  batch")
                                && line.endsWith("do not lead to the signed root"));
    }

    @Test
    void what_it_cannot_read_or_does_not_know_it_says() {
        assertThat(verify.run(List.of("certificate", "x"))).isEqualTo(2);
        assertThat(verify.run(List.of("bill"))).isEqualTo(2);
        assertThatThrownBy(() -> run("bill", "nothing.json")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> run("bill", "bill.json", "--key", "bill.json"))
                .isInstanceOf(Fault.class);
    }

    private int run(String what, String bill, String... key) {
        return key.length == 0
                ? verify.run(List.of(what, file(bill).toString()))
                : verify.run(List.of(what, file(bill).toString(), key[0], file(key[1]).toString()));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> lines() {
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
