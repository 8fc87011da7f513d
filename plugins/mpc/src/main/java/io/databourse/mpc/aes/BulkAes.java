package io.databourse.mpc.aes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-128 under one key, over many blocks at a time, as a pseudorandom permutation: the inverse
/// cipher (FIPS 197 §5.3) of each block on its own.
///
/// The inverse, because the JDK decrypts in CBC mode several blocks at a time on every processor
/// with AES instructions, while it encrypts in ECB mode several at a time only with AVX-512; on
/// others ECB takes almost four times as long. What CBC adds to a block, the block before, is taken
/// off again. One call for a single block would be seventeen times slower.
///
/// A block is two `long`s, the first eight bytes first, each little-endian; block `i` of an array
/// is at `2i` and `2i + 1`. Not for two threads at once.
public final class BulkAes {
    /// Bytes of a block and of a key.
    public static final int BLOCK_BYTES = 16;

    private static final int SLICE = 1024;

    private final Cipher cipher;
    private byte[] in = new byte[0];
    private byte[] out = new byte[0];

    /// The last block before a slice, and the slice.
    private long[] source = new long[2];

    public BulkAes(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, 0, BLOCK_BYTES, "AES"),
                    new IvParameterSpec(new byte[BLOCK_BYTES]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do AES", e);
        }
    }

    /// Another permutation, under a key that a public seed gives for a purpose.
    public static BulkAes derived(byte[] seed, long purpose) {
        return new BulkAes(derivedKey(seed, purpose));
    }

    /// A key that a public seed gives for a purpose.
    public static byte[] derivedKey(byte[] seed, long purpose) {
        var key = new long[2];
        new BulkAes(seed).stream(purpose, 0, key, 0, 1);
        var bytes = new byte[BLOCK_BYTES];
        longs(bytes, 1).put(key);
        return bytes;
    }

    /// Permutes each block. `from` and `to` may be the same array at the same place.
    public void permute(long[] from, int fromBlock, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            System.arraycopy(from, 2 * (fromBlock + done), source, 2, 2 * now);
            permute(to, 2 * (toBlock + done), now);
            done += now;
        }
    }

    /// Matyas–Meyer–Oseas: each block permuted and added to itself. With the cipher taken for an
    /// ideal permutation that is a hash of single blocks which is correlation robust (C. Guo, J.
    /// Katz, X. Wang, Y. Yu, *Efficient and Secure Multiparty Computation from Fixed-Key Block
    /// Ciphers*, IEEE S&P 2020, §7.2). `from` and `to` may be the same array at the same place.
    public void hash(long[] from, int fromBlock, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            int target = 2 * (toBlock + done);
            System.arraycopy(from, 2 * (fromBlock + done), source, 2, 2 * now);
            cipher(to, target, now);
            for (int i = 0; i < 2 * now; i++) {
                to[target + i] ^= source[i] ^ source[i + 2];
            }
            goOn(now);
            done += now;
        }
    }

    /// The stream of counter mode: block `i` is the permuted block of `counter + i` and `domain`.
    public void stream(long domain, long counter, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            for (int i = 0; i < now; i++) {
                source[2 * i + 2] = counter + done + i;
                source[2 * i + 3] = domain;
            }
            permute(to, 2 * (toBlock + done), now);
            done += now;
        }
    }

    private void permute(long[] to, int target, int blocks) {
        cipher(to, target, blocks);
        for (int i = 0; i < 2 * blocks; i++) {
            to[target + i] ^= source[i];
        }
        goOn(blocks);
    }

    private void goOn(int blocks) {
        source[0] = source[2 * blocks];
        source[1] = source[2 * blocks + 1];
    }

    private void cipher(long[] to, int target, int blocks) {
        longs(in, blocks).put(source, 2, 2 * blocks);
        try {
            cipher.update(in, 0, blocks * BLOCK_BYTES, out, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
        longs(out, blocks).get(to, target, 2 * blocks);
    }

    private void reserve(int blocks) {
        int size = Math.min(SLICE, blocks);
        if (in.length < size * BLOCK_BYTES) {
            in = new byte[size * BLOCK_BYTES];
            out = new byte[size * BLOCK_BYTES];
            source = Arrays.copyOf(source, 2 * size + 2);
        }
    }

    private static LongBuffer longs(byte[] bytes, int blocks) {
        return ByteBuffer.wrap(bytes, 0, blocks * BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
    }
}
