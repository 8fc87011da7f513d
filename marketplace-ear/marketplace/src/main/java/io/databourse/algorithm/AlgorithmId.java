package io.databourse.algorithm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names an algorithm.
public record AlgorithmId(@JsonValue String value) {
    private static final String PREFIX = "alg_";

    @JsonCreator
    public AlgorithmId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not an AlgorithmId: " + value);
        }
    }

    static AlgorithmId next() {
        return new AlgorithmId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
