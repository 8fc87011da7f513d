package io.databourse.mpc.sum;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.LongWriter;
import io.databourse.mpc.ProxyNode;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// The program of the neutral compute node in `mpc/psi-sum`: it finds the matches as in `mpc/psi`,
/// tells nobody which they are, and computes its share of the sums over them ([ProxySum]).
final class SumNode {
    private static final long BLOCK = 1 << 16;
    private static final int MOST_COLUMNS = 16;

    private final PartyContext context;
    private final ProxyNode node;

    private SumNode(PartyContext context) {
        this.context = context;
        this.node = new ProxyNode(context);
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new SumNode(context).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        var matches = context.workspace().resolve("matches");
        long count;
        try (var out = new LongWriter(matches)) {
            count = node.intersect((_, otherRank) -> out.put(otherRank));
        }
        if (!node.reveal(count)) {
            return node.tooSmall();
        }
        var seed = Shares.receiveSeed(node.receiver());
        try {
            int columns = node.receiver().receive(Shares.COLUMNS, Integer.BYTES).getInt();
            node.receiver().require(columns > 0 && columns <= MOST_COLUMNS, "a wrong number");
            var z = new long[columns];
            Shares.addTotals(z, node.other());
            var totals = multiply(new MaskStream(seed), columns);
            mask(matches, count, new MaskStream(seed));
            for (int i = 0; i < columns; i++) {
                totals[i] -= z[i];
            }
            Shares.sendTotals(totals, node.receiver());
            return new Outcome.Completed(1);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /// `⟨a, e⟩` of each column.
    private long[] multiply(MaskStream a, int columns) throws InterruptedException {
        var masked = new Shares.Reader(node.other());
        var totals = new long[columns];
        for (long i = 0; i < node.otherSize(); i++) {
            long each = a.next();
            for (int column = 0; column < columns; column++) {
                totals[column] += each * masked.next();
            }
            report("summing", i);
        }
        masked.finish();
        return totals;
    }

    /// Sends `b - a`.
    private void mask(Path matches, long count, MaskStream a)
            throws InterruptedException, IOException {
        var masked = new Shares.Writer(node.other());
        try (var in = new LongReader(matches)) {
            long left = count;
            long wanted = left > 0 ? in.next() : -1;
            for (long i = 0; i < node.otherSize(); i++) {
                boolean match = i == wanted;
                masked.put((match ? 1 : 0) - a.next());
                if (match) {
                    wanted = --left > 0 ? in.next() : -1;
                }
                report("masking", i);
            }
        }
        masked.flush();
    }

    private void report(String phase, long done) throws InterruptedException {
        if (done % BLOCK == 0) {
            context.progress().report(phase, done, node.otherSize(), "values");
        }
    }
}
