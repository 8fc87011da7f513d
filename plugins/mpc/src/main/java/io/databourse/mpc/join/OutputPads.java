package io.databourse.mpc.join;

import io.databourse.mpc.DistributedOwner;
import io.databourse.mpc.aes.BulkAes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Encrypts and decrypts labels under what the oblivious pseudorandom function gives for their
/// keys: block i of a label has hash number i of that value added to it. The hashes are those of
/// [BulkAes#hash] under public keys of the job, which differ from each other and from the one that
/// makes the outputs, so that a label looks random to whom the value is unknown, and its output
/// says nothing of it. A value is used for one label alone, so the pads are for one use.
final class OutputPads {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final BulkAes[] hashes;
    private final int length;
    private long[] pads = new long[0];

    OutputPads(DistributedOwner owner, int length) {
        this.length = length;
        this.hashes = new BulkAes[length / BulkAes.BLOCK_BYTES];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = owner.hash(i);
        }
    }

    /// Adds pads to labels that stand one behind the other.
    ///
    /// @param values two numbers a label
    void apply(long[] values, byte[] labels, int count) {
        if (pads.length < 2 * count) {
            pads = new long[2 * count];
        }
        for (int block = 0; block < hashes.length; block++) {
            hashes[block].hash(values, 0, pads, 0, count);
            for (int i = 0; i < 2 * count; i++) {
                int at = i / 2 * length + block * BulkAes.BLOCK_BYTES + i % 2 * Long.BYTES;
                LONG.set(labels, at, (long) LONG.get(labels, at) ^ pads[i]);
            }
        }
    }
}
