package io.databourse.protection;

import io.databourse.protection.anonymise.Anonymisation;
import io.databourse.protection.anonymise.AnonymisePolicy;
import io.databourse.protection.mask.MaskPolicy;
import io.databourse.protection.mask.Masking;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.watermark.Trace;
import io.databourse.protection.watermark.Tracer;
import io.databourse.protection.watermark.Watermark;
import io.databourse.protection.watermark.WatermarkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// `./bourse protect …`: copies of tables that may leave, and who leaked one. Secrets are in files,
/// never on the command line.
public final class Protect {
    public static final String USAGE =
            """
            protect key KEYFILE
            protect mask --policy FILE --key KEYFILE TABLE COPY [TABLE COPY ...]
            protect anonymise --policy FILE TABLE COPY
            protect watermark --policy FILE --key KEYFILE --recipient NAME TABLE COPY
            protect trace --policy FILE --key KEYFILE --recipients FILE LEAKED\
            """;

    private final Consumer<String> out;

    public Protect(Consumer<String> out) {
        this.out = out;
    }

    /// @return 0 when done, 1 if a trace accuses nobody
    /// @throws IllegalArgumentException if it was called wrongly
    /// @throws IOException if a file cannot be used; it says which and why
    public int run(List<String> words) throws IOException {
        Arguments arguments = Arguments.of(words);
        return switch (arguments.command()) {
            case "key" -> {
                ProtectionKey.create(arguments.files(1).getFirst());
                yield 0;
            }
            case "mask" -> mask(arguments);
            case "anonymise" -> anonymise(arguments);
            case "watermark" -> watermark(arguments);
            case "trace" -> trace(arguments);
            default -> throw new IllegalArgumentException("no such command");
        };
    }

    private int mask(Arguments arguments) throws IOException {
        MaskPolicy policy = Policy.read(arguments.file("policy"), MaskPolicy.class);
        List<Path> files = arguments.pairs();
        Map<Path, Path> copies = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i += 2) {
            copies.put(files.get(i), files.get(i + 1));
        }
        Masking masking = new Masking(policy, ProtectionKey.read(arguments.file("key")));
        for (Masking.Written written : masking.write(copies)) {
            out.accept(written.rows() + " rows, no original identifier in them");
            written.left()
                    .forEach((column, cells) ->
                            out.accept(
                                    cells
                                            + " values of "
                                            + column
                                            + " could not be masked and are left out"));
        }
        return 0;
    }

    private int anonymise(Arguments arguments) throws IOException {
        AnonymisePolicy policy = Policy.read(arguments.file("policy"), AnonymisePolicy.class);
        List<Path> files = arguments.files(2);
        out.accept(Policy.text(new Anonymisation(policy).write(files.getFirst(), files.getLast())));
        return 0;
    }

    private int watermark(Arguments arguments) throws IOException {
        WatermarkPolicy policy = Policy.read(arguments.file("policy"), WatermarkPolicy.class);
        List<Path> files = arguments.files(2);
        Watermark.Written written =
                new Watermark(policy, ProtectionKey.read(arguments.file("key")))
                        .write(files.getFirst(), files.getLast(), arguments.option("recipient"));
        out.accept(
                "%d rows, %d marked, %d values changed"
                        .formatted(written.rows(), written.marked(), written.changed()));
        return 0;
    }

    private int trace(Arguments arguments) throws IOException {
        WatermarkPolicy policy = Policy.read(arguments.file("policy"), WatermarkPolicy.class);
        List<String> recipients =
                Files.readAllLines(arguments.file("recipients")).stream()
                        .filter(line -> !line.isBlank())
                        .distinct()
                        .toList();
        Trace trace =
                new Tracer(policy, ProtectionKey.read(arguments.file("key")))
                        .trace(arguments.files(1).getFirst(), recipients);
        out.accept(
                String.format(
                        Locale.ROOT,
                        "%d marks read; the chance that anybody is named wrongly is at most %.0e",
                        trace.marks(),
                        trace.bound()));
        for (Trace.Suspect suspect : trace.accused()) {
            out.accept(
                    String.format(
                            Locale.ROOT,
                            "%s: %d of %d marks fit; by chance at most %.1e",
                            suspect.recipient(),
                            suspect.fitting(),
                            trace.marks(),
                            suspect.chance()));
        }
        if (trace.accused().isEmpty()) {
            out.accept("The file names nobody.");
        }
        return trace.accused().isEmpty() ? 1 : 0;
    }
}
