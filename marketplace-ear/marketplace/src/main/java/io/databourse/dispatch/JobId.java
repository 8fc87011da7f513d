package io.databourse.dispatch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a job.
public record JobId(@JsonValue String value) {
    private static final String PREFIX = "job_";

    @JsonCreator
    public JobId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a JobId: " + value);
        }
    }

    static JobId next() {
        return new JobId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
