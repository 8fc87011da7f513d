package io.databourse.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a node.
public record NodeId(@JsonValue String value) {
    private static final String PREFIX = "nod_";

    @JsonCreator
    public NodeId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a NodeId: " + value);
        }
    }

    static NodeId next() {
        return new NodeId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
