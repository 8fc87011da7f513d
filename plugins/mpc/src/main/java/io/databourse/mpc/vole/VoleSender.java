package io.databourse.mpc.vole;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.ot.TransferExtension;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/// The party that gets B and has Δ. See [VoleReceiver].
public final class VoleSender {
    private static final int NOISE = VoleShape.NOISE;

    private final VolePublic shared;
    private final boolean[] deltaBits;
    private final TransferExtension.Sender extension;
    private final BulkAes[] streams = new BulkAes[TransferExtension.BASE];
    private final SecureRandom random;
    private long[] leaves = new long[0];

    /// Random choices for the base transfers: the first half are the extension's, the second half
    /// the bits of Δ.
    public static boolean[] choices(SecureRandom random) {
        var choices = new boolean[VoleReceiver.BASE];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = random.nextBoolean();
        }
        return choices;
    }

    /// A sender.
    ///
    /// @param seed 16 public bytes, the same as the receiver's
    /// @param baseKeys the chosen key of each base transfer; they are overwritten
    public VoleSender(byte[] seed, boolean[] choices, byte[][] baseKeys, SecureRandom random) {
        int half = TransferExtension.BASE;
        this.shared = new VolePublic(seed);
        this.extension =
                new TransferExtension.Sender(
                        Arrays.copyOf(choices, half), baseKeys, shared.transfers());
        this.deltaBits = Arrays.copyOfRange(choices, half, 2 * half);
        this.random = random;
        for (int i = 0; i < half; i++) {
            streams[i] = new BulkAes(baseKeys[half + i]);
        }
        for (var key : baseKeys) {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Multiplication by Δ.
    public Gf128 delta() {
        var delta = new long[2];
        for (int i = 0; i < deltaBits.length; i++) {
            delta[i >> 6] |= deltaBits[i] ? 1L << i : 0;
        }
        return new Gf128(delta[0], delta[1]);
    }

    /// Bytes that [#answer] writes.
    public static int answerBytes(VoleShape shape) {
        return BulkAes.BLOCK_BYTES * (2 * shape.transfers() + NOISE);
    }

    /// Answers a request of [VoleReceiver#requestBytes]; [#finish] then gives the vector.
    public void answer(VoleShape shape, long batch, ByteBuffer request, ByteBuffer answer) {
        var keys = extension.keys(shape.transfers(), batch, request);
        var corrections = multiplyNoise(batch, request);
        var roots = new byte[NOISE * BulkAes.BLOCK_BYTES];
        random.nextBytes(roots);
        var rootBlocks = new long[2 * NOISE];
        ByteBuffer.wrap(roots).asLongBuffer().get(rootBlocks);
        Arrays.fill(roots, (byte) 0);
        var sums = new long[4 * shape.transfers()];
        leaves = shared.trees(shape).grow(rootBlocks, sums);
        for (int i = 0; i < shape.transfers(); i++) {
            for (int side = 0; side < 2; side++) {
                answer.putLong(sums[4 * i + 2 * side] ^ keys[side][2 * i]);
                answer.putLong(sums[4 * i + 2 * side + 1] ^ keys[side][2 * i + 1]);
            }
        }
        var all = NoiseTrees.sums(leaves, shape.leaves());
        for (int i = 0; i < all.length; i++) {
            answer.putLong(all[i] ^ corrections[i]);
        }
    }

    private long[] multiplyNoise(long batch, ByteBuffer request) {
        var products = new long[2 * NOISE];
        var stream = new long[2 * NOISE];
        for (int bit = 0; bit < streams.length; bit++) {
            streams[bit].stream(batch, 0, stream, 0, NOISE);
            for (int i = 0; i < stream.length; i++) {
                long sent = request.getLong();
                products[i] ^= stream[i] ^ (deltaBits[bit] ? sent : 0);
            }
        }
        return products;
    }

    /// The vector B of the batch, as blocks; behind the shape's length it has no meaning.
    public long[] finish(VoleShape shape) {
        var vector = leaves;
        leaves = new long[0];
        shared.code(shape).encode(vector);
        return vector;
    }

    /// Overwrites Δ and the other choices. Keys inside the JDK's ciphers cannot be overwritten;
    /// they go with the process, which the node ends with the job.
    public void clear() {
        extension.clear();
        Arrays.fill(deltaBits, false);
        Arrays.fill(leaves, 0);
    }
}
