package io.databourse.plugin.testkit;

import java.util.Arrays;

/// A file in memory; two are equal if their bytes are.
@SuppressWarnings("ArrayRecordComponent") // equality is defined below
public record MemoryFile(String mediaType, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryFile(var type, var content)
                && type.equals(mediaType)
                && Arrays.equals(content, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
