package io.databourse.protection.watermark;

import io.databourse.protection.table.ProtectionKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;

/// Which rows are marked, where, and with which bit for whom.
///
/// The scheme of Agrawal and Kiernan (*Watermarking Relational Databases*, VLDB 2002): the HMAC of
/// a row's key chooses rows, columns and bits, so marks stand without order and survive sampling.
/// Each recipient has a key of its own, so the bits of one say nothing about those of another: in a
/// file that a recipient did not get, each of its bits fits with probability one half,
/// independently of all others. The bound on false accusations rests on that.
final class Marks {
    private final Mac rows;
    private final int every;

    Marks(ProtectionKey key, WatermarkPolicy policy) {
        rows = key.mac("databourse watermark rows");
        every = policy.every();
    }

    /// @param column a number from which the column is chosen
    /// @param up whether a value that does not fit becomes larger
    /// @param id names the row among all
    record Mark(boolean chosen, int column, boolean up, long id) {
        /// The place of the marked column among so many.
        int place(int columns) {
            return Integer.remainderUnsigned(column, columns);
        }
    }

    Mark of(List<String> cells, int[] key) {
        ByteBuffer hash = ByteBuffer.wrap(rows.doFinal(name(cells, key)));
        return new Mark(
                Integer.remainderUnsigned(hash.getInt(), every) == 0,
                hash.getInt(),
                (hash.getInt() & 1) == 1,
                hash.getLong());
    }

    /// The lengths keep keys of several columns apart from each other.
    static byte[] name(List<String> cells, int[] key) {
        StringBuilder name = new StringBuilder();
        for (int place : key) {
            name.append(cells.get(place).length()).append(':').append(cells.get(place));
        }
        return name.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The bits of one recipient.
    static final class Recipient {
        private final Mac bits;

        Recipient(ProtectionKey key, String name) {
            bits = key.mac("databourse watermark recipient " + name);
        }

        boolean bit(byte[] row) {
            return (bits.doFinal(row)[0] & 1) == 1;
        }
    }
}
