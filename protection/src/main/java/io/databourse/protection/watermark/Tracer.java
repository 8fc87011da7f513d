package io.databourse.protection.watermark;

import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.HashSet64;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whose copy a file was taken from: any part of the rows, in any order, with columns missing,
/// as long as the key and a marked column are there. In constant memory.
public final class Tracer {
    /// The chance that a file accuses any recipient wrongly, all recipients together.
    public static final double FALSE_ACCUSATION = 1e-6;

    /// More marks than this tell nothing new.
    private static final int ENOUGH_MARKS = 1_000_000;

    private final WatermarkPolicy policy;
    private final ProtectionKey key;

    public Tracer(WatermarkPolicy policy, ProtectionKey key) throws TableException {
        policy.check();
        this.policy = policy;
        this.key = key;
    }

    /// Compares the file with the marks of each of the recipients.
    public Trace trace(Path file, List<String> recipients) throws IOException {
        List<Marks.Recipient> bits =
                recipients.stream().map(name -> new Marks.Recipient(key, name)).toList();
        int[] fitting = new int[recipients.size()];
        int read = 0;
        try (CsvReader in = CsvReader.open(file)) {
            Votes votes = new Votes(in.columns());
            for (Optional<List<String>> row = in.next();
                    row.isPresent() && read < ENOUGH_MARKS;
                    row = in.next()) {
                Optional<Boolean> vote = votes.of(row.get());
                if (vote.isPresent()) {
                    byte[] name = Marks.name(row.get(), votes.named);
                    for (int i = 0; i < fitting.length; i++) {
                        fitting[i] += bits.get(i).bit(name) == vote.get() ? 1 : 0;
                    }
                    read++;
                }
            }
        }
        return judged(recipients, fitting, read);
    }

    private static Trace judged(List<String> recipients, int[] fitting, int read) {
        List<Trace.Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < fitting.length; i++) {
            double chance = recipients.size() * Chance.atLeast(fitting[i], read);
            suspects.add(new Trace.Suspect(recipients.get(i), fitting[i], Math.min(1, chance)));
        }
        return new Trace(
                read,
                FALSE_ACCUSATION,
                suspects.stream().filter(s -> s.chance() <= FALSE_ACCUSATION).toList());
    }

    /// The bits in one file. A row counts once, however often it is there: who repeats a row must
    /// not be able to make it weigh more.
    private final class Votes {
        private final Marks marks = new Marks(key, policy);
        private final HashSet64 seen = new HashSet64();
        private final int[] named;
        private final int[] places;
        private final List<Parity> parities;

        Votes(List<String> columns) throws TableException {
            named = Policy.places(columns, policy.key());
            places = policy.places(columns);
            parities = policy.sorted().values().stream().map(Parity::new).toList();
        }

        Optional<Boolean> of(List<String> cells) {
            Marks.Mark mark = marks.of(cells, named);
            int place = mark.place(places.length);
            if (!mark.chosen() || places[place] < 0) {
                return Optional.empty();
            }
            Optional<Boolean> bit = parities.get(place).read(cells.get(places[place]));
            return bit.filter(_ -> seen.add(mark.id()));
        }
    }
}
