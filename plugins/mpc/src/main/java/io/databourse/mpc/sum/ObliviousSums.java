package io.databourse.mpc.sum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.mpc.Peer;
import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.group.Element;
import io.databourse.mpc.ot.BaseTransfer;
import io.databourse.mpc.ot.TransferExtension;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;

/// The scalar product of one party's bits and the other's numbers modulo 2^64, by oblivious
/// transfer: N. Gilboa, *Two Party RSA Key Generation* (CRYPTO 1999, §4), with transfers extended
/// from 128 ([TransferExtension]).
///
/// For each place the owner of the numbers has two pseudorandom pads of which the owner of the bits
/// has the one that its bit chooses. The former sends `p0 + v - p1`; with a bit of 1 the latter
/// adds it to p1 and has `p0 + v`, with a bit of 0 it has p0. All these added up, less the sum of
/// all p0, which the former sends in the end, are the numbers where bits are 1.
final class ObliviousSums {
    /// An element of the group (32); from the owner of the bits.
    static final byte BASE = 55;

    /// 128 elements; from the owner of the numbers.
    static final byte BASE_CHOICES = 56;

    /// What the extension asks for; from the owner of the bits.
    static final byte CHOICES = 57;

    /// A correction for each place and column (8); from the owner of the numbers.
    static final byte CORRECTIONS = 58;

    /// Places in a batch; a multiple of 128.
    private static final int BATCH = 4096;

    private final Peer peer;
    private final int columns;
    private final BulkAes transfers;
    private final BulkAes[] pads;

    ObliviousSums(Peer peer, int columns, String jobId) {
        this.peer = peer;
        this.columns = columns;
        var seed = publicSeed(jobId);
        this.transfers = BulkAes.derived(seed, 0);
        this.pads = new BulkAes[(columns + 1) / 2];
        for (int i = 0; i < pads.length; i++) {
            pads[i] = BulkAes.derived(seed, 1 + i);
        }
    }

    /// Public, and different for each job.
    private static byte[] publicSeed(String jobId) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("databourse/mpc/psi-sum/seed/1\0" + jobId).getBytes(UTF_8));
            return Arrays.copyOf(hash, BulkAes.BLOCK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The sums of each column where bits are 1.
    long[] choose(BitSet bits, int size, SecureRandom random) throws InterruptedException {
        var base = new BaseTransfer.Sender(random);
        peer.send(Peer.message(BASE, Element.BYTES).put(base.first()));
        var answer = peer.receive(BASE_CHOICES, TransferExtension.BASE * Element.BYTES);
        var keys =
                base.keys(answer)
                        .orElseThrow(() -> peer.wrong("bytes that are no element of the group"));
        var extension = new TransferExtension.Receiver(keys, transfers);
        var sums = new long[columns];
        for (int done = 0; done < size; done += BATCH) {
            int now = Math.min(BATCH, size - done);
            var choices = new boolean[padded(now)];
            for (int i = 0; i < now; i++) {
                choices[i] = bits.get(done + i);
            }
            var message = Peer.message(CHOICES, TransferExtension.messageBytes(choices.length));
            var chosen = extension.choose(choices, done / BATCH, message);
            peer.send(message);
            add(chosen, choices, now, sums);
        }
        Shares.addTotals(sums, peer);
        return sums;
    }

    private void add(long[] chosen, boolean[] choices, int count, long[] sums)
            throws InterruptedException {
        var mine = expand(chosen, count);
        var corrections = peer.receive(CORRECTIONS, count * columns * Long.BYTES);
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < columns; column++) {
                long correction = corrections.getLong();
                sums[column] += pad(mine, i, column) + (choices[i] ? correction : 0);
            }
        }
    }

    /// Gives the numbers, those of a place next to each other.
    void give(long[] values, SecureRandom random) throws InterruptedException {
        var first = new byte[Element.BYTES];
        peer.receive(BASE, first.length).get(first);
        var choices = new boolean[TransferExtension.BASE];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = random.nextBoolean();
        }
        var chosen =
                BaseTransfer.choose(first, choices, random)
                        .orElseThrow(() -> peer.wrong("bytes that are no element of the group"));
        peer.send(Peer.message(BASE_CHOICES, chosen.answer().length).put(chosen.answer()));
        var extension = new TransferExtension.Sender(choices, chosen.keys(), transfers);
        try {
            Shares.sendTotals(give(values, extension), peer);
        } finally {
            extension.clear();
            Arrays.fill(choices, false);
        }
    }

    /// Sends the corrections; gives the negated sums of the pads p0.
    private long[] give(long[] values, TransferExtension.Sender extension)
            throws InterruptedException {
        int size = values.length / columns;
        var totals = new long[columns];
        for (int done = 0; done < size; done += BATCH) {
            int now = Math.min(BATCH, size - done);
            var message = peer.receive(CHOICES, TransferExtension.messageBytes(padded(now)));
            var keys = extension.keys(padded(now), done / BATCH, message);
            var first = expand(keys[0], now);
            var second = expand(keys[1], now);
            var corrections = Peer.message(CORRECTIONS, now * columns * Long.BYTES);
            for (int i = 0; i < now; i++) {
                for (int column = 0; column < columns; column++) {
                    long pad = pad(first, i, column);
                    long value = values[(done + i) * columns + column];
                    corrections.putLong(pad + value - pad(second, i, column));
                    totals[column] -= pad;
                }
            }
            peer.send(corrections);
        }
        return totals;
    }

    private static int padded(int transfers) {
        return (transfers + 127) / 128 * 128;
    }

    /// Two numbers of each key for each of the permutations.
    private long[][] expand(long[] keys, int count) {
        var expanded = new long[pads.length][2 * count];
        for (int i = 0; i < pads.length; i++) {
            pads[i].hash(keys, 0, expanded[i], 0, count);
        }
        return expanded;
    }

    private static long pad(long[][] expanded, int place, int column) {
        return expanded[column / 2][2 * place + column % 2];
    }
}
