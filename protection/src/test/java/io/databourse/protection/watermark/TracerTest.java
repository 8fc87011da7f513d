package io.databourse.protection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.crypto.SecretBytes;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracerTest {
    private static final int ROWS = 2_000;
    private static final List<String> RECIPIENTS =
            IntStream.range(0, 50).mapToObj(i -> "buyer-" + i).toList();
    private static final WatermarkPolicy POLICY =
            new WatermarkPolicy(
                    List.of("id"), Map.of("litres", column("0.01"), "price", column("1")), 4);

    @TempDir Path folder;
    private Random random = new Random(0);
    private Path table;
    private Path copy;
    private Path leaked;

    @BeforeEach
    void makeTable() throws IOException {
        table = folder.resolve("table.csv");
        copy = folder.resolve("copy.csv");
        leaked = folder.resolve("leaked.csv");
        writeTable();
    }

    @Test
    @Tag("E06")
    void a_third_of_a_copy_names_its_recipient_of_fifty_and_clean_files_name_nobody()
            throws IOException {
        int right = 0;
        for (int trial = 0; trial < 200; trial++) {
            random = new Random(trial);
            writeTable();
            ProtectionKey key = key(trial);
            String recipient = RECIPIENTS.get(random.nextInt(RECIPIENTS.size()));
            new Watermark(POLICY, key).write(table, copy, recipient);
            Tracer tracer = new Tracer(POLICY, key);
            right += accused(tracer, sample(copy, trial)).equals(List.of(recipient)) ? 1 : 0;
            assertThat(accused(tracer, table)).isEmpty();
            assertThat(accused(tracer, sample(table, trial))).isEmpty();
        }
        assertThat(right).isGreaterThanOrEqualTo(198);
    }

    @Test
    void a_mixture_of_two_copies_names_both_and_nobody_else() throws IOException {
        ProtectionKey key = key(1);
        List<List<String>> copies = new ArrayList<>();
        for (String recipient : List.of("buyer-3", "buyer-44")) {
            new Watermark(POLICY, key).write(table, copy, recipient);
            copies.add(Files.readAllLines(copy));
        }
        List<String> mixed = new ArrayList<>(copies.getFirst());
        for (int i = 1; i < mixed.size(); i += 2) {
            mixed.set(i, copies.getLast().get(i));
        }
        Files.write(leaked, mixed);
        assertThat(accused(new Tracer(POLICY, key), leaked))
                .containsExactlyInAnyOrder("buyer-3", "buyer-44");
    }

    @Test
    void a_copy_whose_low_digits_were_cut_off_names_nobody() throws IOException {
        ProtectionKey key = key(1);
        new Watermark(POLICY, key).write(table, copy, "buyer-3");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(copy)) {
            lines.add(line.replaceAll("\\d\\.\\d\\d,", "0.00,").replaceAll("\\d,north", "0,north"));
        }
        Files.write(leaked, lines);
        assertThat(accused(new Tracer(POLICY, key), leaked)).isEmpty();
    }

    @Test
    void a_row_that_is_repeated_counts_once() throws IOException {
        ProtectionKey key = key(1);
        new Watermark(POLICY, key).write(table, copy, "buyer-3");
        List<String> lines = Files.readAllLines(copy).subList(0, 21);
        List<String> repeated = new ArrayList<>(lines);
        for (int i = 0; i < 200; i++) {
            repeated.addAll(lines.subList(1, 21));
        }
        Files.write(leaked, repeated);
        Trace trace = new Tracer(POLICY, key).trace(leaked, RECIPIENTS);
        assertThat(trace.marks()).isLessThan(21);
        assertThat(trace.accused()).isEmpty();
    }

    @Test
    void values_are_off_by_one_unit_at_most_and_stay_within_their_bounds() throws IOException {
        var bounded =
                new WatermarkPolicy(
                        List.of("id"),
                        Map.of(
                                "price",
                                new WatermarkPolicy.Column(
                                        BigDecimal.ONE, new BigDecimal(100), new BigDecimal(150))),
                        1);
        Watermark.Written written = new Watermark(bounded, key(1)).write(table, copy, "buyer-3");
        List<String> before = Files.readAllLines(table);
        List<String> after = Files.readAllLines(copy);
        int changed = 0;
        for (int i = 1; i < before.size(); i++) {
            int was = price(before.get(i));
            int is = price(after.get(i));
            assertThat(Math.abs(was - is)).isLessThanOrEqualTo(1);
            assertThat(is == was || (is >= 100 && is <= 150)).isTrue();
            changed += is == was ? 0 : 1;
        }
        assertThat(written.changed()).isEqualTo(changed);
        assertThat(changed).isGreaterThan(100);
    }

    @Test
    void a_table_that_cannot_carry_a_watermark_gets_none() throws IOException {
        assertThatThrownBy(() ->
                        new Watermark(new WatermarkPolicy(List.of("id"), Map.of(), 1), key(1)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("cannot carry a watermark");
        // Less exact than the unit: a mark would be seen.
        WatermarkPolicy finer =
                new WatermarkPolicy(List.of("id"), Map.of("price", column("0.1")), 1);
        assertThatThrownBy(() -> new Watermark(finer, key(1)).write(table, copy, "buyer-3"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("only 0 rows");
        // A thousand marks that count as one, as who traces reads a repeated row once.
        List<String> repeated = new ArrayList<>(Collections.nCopies(1000, "S1,1.00,5,north"));
        repeated.addFirst("id,litres,price,region");
        Files.write(table, repeated);
        WatermarkPolicy all = new WatermarkPolicy(List.of("id"), Map.of("price", column("1")), 1);
        assertThatThrownBy(() -> new Watermark(all, key(1)).write(table, copy, "buyer-3"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("only 1 rows");
        assertThat(copy).doesNotExist();
    }

    private List<String> accused(Tracer tracer, Path file) throws IOException {
        return tracer.trace(file, RECIPIENTS).accused().stream()
                .map(Trace.Suspect::recipient)
                .toList();
    }

    /// Three tenths of the rows in another order; of every other file a marked column is missing.
    private Path sample(Path file, int trial) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String header = lines.removeFirst();
        Collections.shuffle(lines, random);
        List<String> taken = new ArrayList<>(lines.subList(0, ROWS * 3 / 10));
        taken.addFirst(header);
        if (trial % 2 == 1) {
            taken.replaceAll(line -> withoutPrice(line));
        }
        Files.write(leaked, taken);
        return leaked;
    }

    private static String withoutPrice(String line) {
        String[] cells = line.split(",", -1);
        return String.join(",", cells[3], cells[1], cells[0]);
    }

    private static int price(String line) {
        return Integer.parseInt(line.split(",", -1)[2]);
    }

    private void writeTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,litres,price,region"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "S%05d,%.2f,%d,north",
                            i,
                            random.nextDouble() * 5000,
                            100 + random.nextInt(100)));
        }
        Files.write(table, lines);
    }

    private static WatermarkPolicy.Column column(String unit) {
        return new WatermarkPolicy.Column(new BigDecimal(unit), null, null);
    }

    private static ProtectionKey key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new ProtectionKey(SecretBytes.owning(bytes));
    }
}
