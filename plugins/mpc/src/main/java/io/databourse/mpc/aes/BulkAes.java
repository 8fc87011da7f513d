package io.databourse.mpc.aes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// AES-128 (FIPS 197) under one key, over many blocks at a time: a call of the JDK's cipher costs
/// as much as some hundred blocks, so single blocks are seventeen times slower.
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

    public BulkAes(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, 0, BLOCK_BYTES, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do AES", e);
        }
    }

    /// Another cipher, under a key that a public seed gives for a purpose.
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

    /// Encrypts each block on its own.
    public void encrypt(long[] from, int fromBlock, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            longs(in, now).put(from, 2 * (fromBlock + done), 2 * now);
            cipher(now);
            longs(out, now).get(to, 2 * (toBlock + done), 2 * now);
            done += now;
        }
    }

    /// Matyas–Meyer–Oseas: each block encrypted and added to itself. With the cipher taken for an
    /// ideal permutation that is a hash of single blocks which is correlation robust (C. Guo, J.
    /// Katz, X. Wang, Y. Yu, *Efficient and Secure Multiparty Computation from Fixed-Key Block
    /// Ciphers*, IEEE S&P 2020, §7.2). `from` and `to` may be the same array at the same place.
    public void hash(long[] from, int fromBlock, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            int at = 2 * (fromBlock + done);
            longs(in, now).put(from, at, 2 * now);
            cipher(now);
            var encrypted = longs(out, now);
            int target = 2 * (toBlock + done);
            for (int i = 0; i < 2 * now; i++) {
                to[target + i] = from[at + i] ^ encrypted.get(i);
            }
            done += now;
        }
    }

    /// The key stream of counter mode: block `i` is the encryption of `counter + i` and `domain`.
    public void stream(long domain, long counter, long[] to, int toBlock, int blocks) {
        reserve(blocks);
        for (int done = 0; done < blocks; ) {
            int now = Math.min(SLICE, blocks - done);
            var counters = longs(in, now);
            for (int i = 0; i < now; i++) {
                counters.put(2 * i, counter + done + i);
                counters.put(2 * i + 1, domain);
            }
            cipher(now);
            longs(out, now).get(to, 2 * (toBlock + done), 2 * now);
            done += now;
        }
    }

    private void cipher(int blocks) {
        try {
            cipher.update(in, 0, blocks * BLOCK_BYTES, out, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reserve(int blocks) {
        int bytes = Math.min(SLICE, blocks) * BLOCK_BYTES;
        if (in.length < bytes) {
            in = new byte[bytes];
            out = new byte[bytes];
        }
    }

    private static LongBuffer longs(byte[] bytes, int blocks) {
        return ByteBuffer.wrap(bytes, 0, blocks * BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
    }
}
