package io.databourse.rest.wire;

import io.databourse.call.PageRequest;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of every list: how many, and after which cursor.
public class Paging {
    /// How many where no limit is given.
    public static final int USUAL = 50;

    @QueryParam("limit")
    @Nullable String limit;

    @QueryParam("after")
    @Nullable String after;

    public PageRequest request() {
        long count = limit == null ? USUAL : Inputs.number("limit", limit, 1);
        return new PageRequest(
                (int) Math.min(count, Integer.MAX_VALUE), Optional.ofNullable(after));
    }
}
