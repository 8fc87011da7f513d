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

    /// Reads what [#toString] writes, so that a coalition has one name only.
    public static Coalition parse(String text) {
        Coalition read = NOBODY;
        if (text.matches("\\d{1,2}(\\+\\d{1,2}){0,61}")) {
            for (String member : text.split("\\+", -1)) {
                // A position beyond the last becomes another one, and the name is not its own.
                read = read.with(Integer.parseInt(member) % MOST);
            }
        }
        if (!read.toString().equals(text)) {
            throw new IllegalArgumentException("not a coalition: " + text);
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
