package io.databourse.sandbox.room;

import java.io.InputStream;
import java.io.OutputStream;

/// A running job, shut in. Its pipes are all that leads in and out.
public interface Room extends AutoCloseable {
    /// The job's standard input.
    OutputStream input();

    /// The job's standard output. It ends at the limit, and the job with it.
    InputStream output();

    /// Stops the clock of the time limit, for a room that waits for its job.
    void rest();

    /// Starts that clock anew: from now on the job has all of its time.
    void begin();

    /// Whether it has not ended.
    boolean isRunning();

    /// Waits for the job, at most until its time limit. Read [#output] first or beside: a job whose
    /// output nobody reads stands still.
    RoomEnd end() throws InterruptedException;

    /// Ends every process of the room, if any is left, and removes what there was of it.
    @Override
    void close();
}
