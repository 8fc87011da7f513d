package io.databourse.mpc.vole;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.ot.TransferExtension;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/// The party that gets A and C.
///
/// For each batch it chooses a sparse noise vector e, gets a vector that is `b + e·Δ` where the
/// sender has b ([NoiseTrees]; the values at the noisy positions from a transfer for each bit of
/// Δ), and compresses both it and e by the same public code. It sees nothing of Δ but the
/// correlation; C is pseudorandom to the sender if LPN is hard ([VoleShape]).
public final class VoleReceiver {
    /// Base transfers that it takes, in which it has both keys.
    public static final int BASE = 2 * TransferExtension.BASE;

    private static final int NOISE = VoleShape.NOISE;

    private final VolePublic shared;
    private final TransferExtension.Receiver extension;
    private final BulkAes[][] streams = new BulkAes[TransferExtension.BASE][2];
    private final SecureRandom random;

    private final int[] punctured = new int[NOISE];
    private final long[] noise = new long[2 * NOISE];
    private final long[] ours = new long[2 * NOISE];
    private long[] keys = new long[0];

    /// A receiver.
    ///
    /// @param seed 16 public bytes, the same as the sender's
    /// @param baseKeys both keys of [#BASE] transfers, which are overwritten
    public VoleReceiver(byte[] seed, byte[][][] baseKeys, SecureRandom random) {
        this.shared = new VolePublic(seed);
        this.extension = new TransferExtension.Receiver(baseKeys, shared.transfers());
        this.random = random;
        for (int i = 0; i < streams.length; i++) {
            for (int side = 0; side < 2; side++) {
                streams[i][side] = new BulkAes(baseKeys[TransferExtension.BASE + i][side]);
            }
        }
        for (var pair : baseKeys) {
            Arrays.fill(pair[0], (byte) 0);
            Arrays.fill(pair[1], (byte) 0);
        }
    }

    /// The two vectors, as blocks; behind the shape's length they have no meaning.
    @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; equality is not used
    public record Vectors(long[] a, long[] c) {}

    /// Bytes that [#ask] writes.
    public static int requestBytes(VoleShape shape) {
        return TransferExtension.messageBytes(shape.transfers())
                + TransferExtension.BASE * NOISE * BulkAes.BLOCK_BYTES;
    }

    /// Begins a batch.
    ///
    /// @param batch a number that no other batch of this receiver has
    public void ask(VoleShape shape, long batch, ByteBuffer request) {
        var choices = new boolean[shape.transfers()];
        for (int tree = 0; tree < NOISE; tree++) {
            punctured[tree] = random.nextInt(shape.leaves());
            for (int level = 0; level < shape.depth(); level++) {
                int below = shape.depth() - level - 1;
                choices[level * NOISE + tree] = (punctured[tree] >> below & 1) == 0;
            }
        }
        keys = extension.choose(choices, batch, request);
        var fresh = new byte[noise.length * Long.BYTES];
        random.nextBytes(fresh);
        ByteBuffer.wrap(fresh).asLongBuffer().get(noise);
        multiplyNoise(batch, request);
    }

    /// For bit i of Δ a transfer, corrected so that its keys differ by `x^i` times the noise.
    private void multiplyNoise(long batch, ByteBuffer request) {
        var powers = new long[NOISE][];
        Arrays.setAll(powers, j -> Gf128.powers(noise[2 * j], noise[2 * j + 1]));
        var zero = new long[2 * NOISE];
        var one = new long[2 * NOISE];
        Arrays.fill(ours, 0);
        for (int bit = 0; bit < streams.length; bit++) {
            streams[bit][0].stream(batch, 0, zero, 0, NOISE);
            streams[bit][1].stream(batch, 0, one, 0, NOISE);
            for (int i = 0; i < zero.length; i++) {
                ours[i] ^= zero[i];
                request.putLong(zero[i] ^ one[i] ^ powers[i / 2][2 * bit + i % 2]);
            }
        }
    }

    /// Ends the batch with the sender's answer, of [VoleSender#answerBytes].
    public Vectors finish(VoleShape shape, ByteBuffer answer) {
        var siblings = new long[2 * shape.transfers()];
        for (int i = 0; i < shape.transfers(); i++) {
            int below = shape.depth() - i / NOISE - 1;
            int side = (punctured[i % NOISE] >> below & 1) ^ 1;
            for (int half = 0; half < 2; half++) {
                long sum =
                        answer.getLong(answer.position() + Long.BYTES * (4 * i + 2 * side + half));
                siblings[2 * i + half] = sum ^ keys[2 * i + half];
            }
        }
        answer.position(answer.position() + Long.BYTES * 4 * shape.transfers());
        var a = shared.trees(shape).growPunctured(punctured, siblings);
        var c = new long[a.length];
        correct(shape, a, c, answer);
        var code = shared.code(shape);
        code.encode(a);
        code.encode(c);
        return new Vectors(a, c);
    }

    /// Fills in the punctured leaves.
    private void correct(VoleShape shape, long[] a, long[] c, ByteBuffer answer) {
        var sums = NoiseTrees.sums(a, shape.leaves());
        for (int i = 0; i < 2 * NOISE; i++) {
            int leaf = 2 * punctured[i / 2] * NOISE + i;
            a[leaf] = answer.getLong() ^ sums[i] ^ ours[i];
            c[leaf] = noise[i];
        }
    }

    /// Overwrites what is secret of the last batch. Keys inside the JDK's ciphers cannot be
    /// overwritten; they go with the process, which the node ends with the job.
    public void clear() {
        Arrays.fill(punctured, 0);
        Arrays.fill(noise, 0);
        Arrays.fill(ours, 0);
        Arrays.fill(keys, 0);
    }
}
