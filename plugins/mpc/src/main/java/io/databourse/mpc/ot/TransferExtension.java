package io.databourse.mpc.ot;

import io.databourse.mpc.aes.BulkAes;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Many transfers from 128: Y. Ishai, J. Kilian, K. Nissim, E. Petrank, *Extending Oblivious
/// Transfers Efficiently*, CRYPTO 2003, for parties that follow the protocol.
///
/// The base transfers go the other way: who sends here has chosen there. Streams of AES in counter
/// mode under the base keys are the columns of a matrix; keys are the correlation-robust hashes
/// ([BulkAes#hash]) of its rows, each with its number added.
public final class TransferExtension {
    /// Base transfers that it takes.
    public static final int BASE = 128;

    private TransferExtension() {}

    /// The choosing side.
    public static final class Receiver {
        private final BulkAes[][] streams = new BulkAes[BASE][2];
        private final BulkAes hash;

        /// A receiver.
        ///
        /// @param keys both keys of each base transfer
        /// @param hash under a public key
        public Receiver(byte[][][] keys, BulkAes hash) {
            for (int i = 0; i < BASE; i++) {
                streams[i][0] = new BulkAes(keys[i][0]);
                streams[i][1] = new BulkAes(keys[i][1]);
            }
            this.hash = hash;
        }

        /// Chooses one key of each transfer, writes what has to be sent, and gives the keys, as
        /// blocks.
        ///
        /// @param choices their number is a multiple of 128
        /// @param batch a number that no other batch under these base keys has
        public long[] choose(boolean[] choices, long batch, ByteBuffer message) {
            int words = choices.length / Long.SIZE;
            var wanted = new long[words];
            for (int i = 0; i < choices.length; i++) {
                wanted[i >> 6] |= choices[i] ? 1L << i : 0;
            }
            var columns = new long[BASE][words];
            var other = new long[words];
            for (int i = 0; i < BASE; i++) {
                streams[i][0].stream(batch, 0, columns[i], 0, words / 2);
                streams[i][1].stream(batch, 0, other, 0, words / 2);
                for (int word = 0; word < words; word++) {
                    message.putLong(columns[i][word] ^ other[word] ^ wanted[word]);
                }
            }
            return hashed(rows(columns, choices.length), hash);
        }
    }

    /// The side that gets both keys.
    public static final class Sender {
        private final BulkAes[] streams = new BulkAes[BASE];
        private final boolean[] choices;
        private long low;
        private long high;
        private final BulkAes hash;

        /// A sender.
        ///
        /// @param keys the chosen key of each base transfer
        public Sender(boolean[] choices, byte[][] keys, BulkAes hash) {
            long lowBits = 0;
            long highBits = 0;
            for (int i = 0; i < BASE; i++) {
                streams[i] = new BulkAes(keys[i]);
                if (choices[i] && i < Long.SIZE) {
                    lowBits |= 1L << i;
                } else if (choices[i]) {
                    highBits |= 1L << i;
                }
            }
            this.choices = choices.clone();
            this.low = lowBits;
            this.high = highBits;
            this.hash = hash;
        }

        /// Overwrites the choices.
        public void clear() {
            Arrays.fill(choices, false);
            low = 0;
            high = 0;
        }

        /// The keys for both choices of each transfer, `[choice]`, as blocks.
        public long[][] keys(int transfers, long batch, ByteBuffer message) {
            int words = transfers / Long.SIZE;
            var columns = new long[BASE][words];
            for (int i = 0; i < BASE; i++) {
                streams[i].stream(batch, 0, columns[i], 0, words / 2);
                for (int word = 0; word < words; word++) {
                    long sent = message.getLong();
                    columns[i][word] ^= choices[i] ? sent : 0;
                }
            }
            var rows = rows(columns, transfers);
            var flipped = rows.clone();
            for (int i = 0; i < transfers; i++) {
                flipped[2 * i] ^= low;
                flipped[2 * i + 1] ^= high;
            }
            return new long[][] {hashed(rows, hash), hashed(flipped, hash)};
        }
    }

    /// Bytes of the message for so many transfers.
    public static int messageBytes(int transfers) {
        return BASE / Byte.SIZE * transfers;
    }

    private static long[] rows(long[][] columns, int transfers) {
        var rows = new long[2 * transfers];
        for (int column = 0; column < BASE; column++) {
            int half = column >> 6;
            for (int row = 0; row < transfers; row++) {
                rows[2 * row + half] |= (columns[column][row >> 6] >>> row & 1) << column;
            }
        }
        return rows;
    }

    private static long[] hashed(long[] rows, BulkAes hash) {
        for (int i = 0; i < rows.length; i += 2) {
            rows[i] ^= i / 2;
        }
        hash.hash(rows, 0, rows, 0, rows.length / 2);
        return rows;
    }
}
