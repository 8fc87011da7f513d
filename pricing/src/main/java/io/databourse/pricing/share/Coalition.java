package io.databourse.pricing.share;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Some of the parties together, 联盟: the bit of each member is set. Written as the members'
/// positions, such as `0+2`; nobody is the empty text.
public record Coalition(long members) implements Comparable<Coalition> {
    /// The most parties that there can be.
    public static final int MOST = 62;

    public static final Coalition NOBODY = new Coalition(0);

    public Coalition {
        if (members < 0 || members >= 1L << MOST) {
            throw new IllegalArgumentException("not a coalition: " + members);
        }
    }

    public static Coalition all(int parties) {
        if (parties < 1 || parties > MOST) {
            throw new IllegalArgumentException("%d parties, not 1 to %d".formatted(parties, MOST));
        }
        return new Coalition((1L << parties) - 1);
    }

    /// Reads what [#toString] writes.
    public static Coalition parse(String text) {
        if (!text.matches("(\\d{1,2}(\\+\\d{1,2})*)?")) {
            throw new IllegalArgumentException("not a coalition: " + text);
        }
        Coalition read = NOBODY;
        for (String member : text.isEmpty() ? new String[0] : text.split("\\+", -1)) {
            int party = Integer.parseInt(member);
            if (party >= MOST || read.has(party)) {
                throw new IllegalArgumentException("not a coalition: " + text);
            }
            read = read.with(party);
        }
        return read;
    }

    public Coalition with(int party) {
        return new Coalition(members | 1L << party);
    }

    public boolean has(int party) {
        return (members >> party & 1) == 1;
    }

    public int size() {
        return Long.bitCount(members);
    }

    @Override
    public int compareTo(Coalition other) {
        return Long.compare(members, other.members);
    }

    @Override
    public String toString() {
        return IntStream.range(0, MOST)
                .filter(this::has)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("+"));
    }
}
