package io.databourse.metering;

import java.util.List;

/// Slices were written; settlement charges them in the same transaction. The log of evidence has
/// the roots of their calls already, by [MeterEvent.Sealed].
public record SlicesCut(List<MeterSlice> slices) {
    public SlicesCut {
        slices = List.copyOf(slices);
    }
}
