package io.databourse.mpc.sum;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.Peer;
import io.databourse.mpc.ProxyOwner;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.UnusableInputException;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// The program of both owners in `mpc/psi-sum`. Tags go to the compute node as in `mpc/psi`. Then
/// the compute node has a vector b of zeros and ones, one for each of the other owner's tags, and
/// the other owner has a vector v of values for each column. Their scalar product is shared with
/// random vectors a and r that the receiver deals (D. Beaver, *Commodity-Based Cryptography*, STOC
/// 1997; W. Du and Z. Zhan, NSPW 2002), all modulo 2^64:
///
/// - the receiver gives the compute node a and the other owner r, as seeds;
/// - the other owner sends the compute node `e = v - r`, and is sent `d = b - a`;
/// - the other owner has `⟨d, v⟩ + z`, the compute node `⟨a, e⟩ - z` with a random z that the two
///   have in common, and the receiver `⟨a, r⟩`. Their sum is `⟨b, v⟩`, and the receiver gets it.
final class ProxySum {
    private static final long BLOCK = 1 << 16;

    private final PartyContext context;
    private final ProxyOwner proxy;
    private final Peer compute;
    private final Peer owner;

    private ProxySum(PartyContext context) {
        this.context = context;
        this.proxy = new ProxyOwner(context);
        this.compute = proxy.compute();
        var id = proxy.parties().otherThan(context.self()).id();
        this.owner = new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new ProxySum(context).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        var tags = proxy.tags();
        return proxy.receives() ? receive(tags) : give(tags);
    }

    private Outcome give(TagSet tags) throws InterruptedException, IOException {
        var values = ownValues(tags);
        proxy.send(tags);
        if (!proxy.receiveVerdict()) {
            return proxy.tooSmall();
        }
        var input = context.input(PartyContext.INPUT);
        var columns = input.schema().select(input.columns(ColumnUse.RESULT)).columns();
        OtherColumns.send(columns, owner);
        owner.send(Peer.message(Shares.OTHER_SIZE, Long.BYTES).putLong(tags.size()));
        var seed = Shares.receiveSeed(owner);
        try {
            var z = context.random().longs(columns.size()).toArray();
            Shares.sendTotals(z, compute);
            mask(values, tags.size() * columns.size(), new MaskStream(seed));
            multiply(values, tags.size(), z);
            Shares.sendTotals(z, owner);
            return new Outcome.Completed(1);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private Path ownValues(TagSet tags) throws InterruptedException, IOException {
        try {
            return OwnValues.write(tags, context);
        } catch (UnusableInputException e) {
            throw proxy.unusable(e);
        }
    }

    /// Sends `v - r`.
    private void mask(Path values, long count, MaskStream r)
            throws InterruptedException, IOException {
        var masked = new Shares.Writer(compute);
        try (var v = new LongReader(values)) {
            for (long i = 0; i < count; i++) {
                masked.put(v.next() - r.next());
                report("masking", i, count);
            }
        }
        masked.flush();
    }

    /// Adds `⟨d, v⟩` of each column.
    private void multiply(Path values, long tags, long[] sums)
            throws InterruptedException, IOException {
        var masked = new Shares.Reader(compute);
        try (var v = new LongReader(values)) {
            for (long i = 0; i < tags; i++) {
                long d = masked.next();
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += d * v.next();
                }
                report("summing", i, tags);
            }
        }
        masked.finish();
    }

    private Outcome receive(TagSet tags) throws InterruptedException, IOException {
        proxy.send(tags);
        var count = proxy.receiveCount(tags);
        if (count.isEmpty()) {
            return proxy.tooSmall();
        }
        var columns = OtherColumns.receive(owner);
        owner.require(!columns.isEmpty(), "no columns");
        long size = owner.receive(Shares.OTHER_SIZE, Long.BYTES).getLong();
        owner.require(size >= count.getAsLong(), "a size that cannot be");
        context.meter().learned(PsiCard.OTHER_SET_SIZE, size);
        var sums = deal(size, columns.size());
        Shares.addTotals(sums, owner);
        Shares.addTotals(sums, compute);
        SumParameters.of(context.parameters()).write(count.getAsLong(), columns, sums, context);
        return new Outcome.Completed(1);
    }

    /// Gives both sides their seeds, and keeps `⟨a, r⟩` of each column.
    private long[] deal(long size, int columns) throws InterruptedException {
        var seedOfA = MaskStream.newSeed(context.random());
        var seedOfR = MaskStream.newSeed(context.random());
        try {
            Shares.sendSeed(seedOfR, owner);
            Shares.sendSeed(seedOfA, compute);
            compute.send(Peer.message(Shares.COLUMNS, Integer.BYTES).putInt(columns));
            var a = new MaskStream(seedOfA);
            var r = new MaskStream(seedOfR);
            var products = new long[columns];
            for (long i = 0; i < size; i++) {
                long each = a.next();
                for (int column = 0; column < columns; column++) {
                    products[column] += each * r.next();
                }
                report("summing", i, size);
            }
            return products;
        } finally {
            Arrays.fill(seedOfA, (byte) 0);
            Arrays.fill(seedOfR, (byte) 0);
        }
    }

    private void report(String phase, long done, long total) throws InterruptedException {
        if (done % BLOCK == 0) {
            context.progress().report(phase, done, total, "values");
        }
    }
}
