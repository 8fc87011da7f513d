package io.databourse.mpc;

/// Makes a tag of 16 bytes from each join key.
public interface RowTagger extends AutoCloseable {
    /// What has to stand before each key.
    byte[] domain();

    /// Makes the tag of a domain and key; [#high] and [#low] have it until the next.
    void tag(byte[] bytes, int length);

    /// The first eight bytes, big-endian, to be compared unsigned.
    long high();

    /// The second eight bytes.
    long low();

    @Override
    void close();
}
