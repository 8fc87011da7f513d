package io.databourse.launcher.part;

import java.time.Duration;
import java.util.List;

/// One program of the system, as `up`, `down` and `status` see it.
public interface Part {

    String name();

    Program program();

    /// Where it listens, as people write it.
    String address();

    /// Everything that is needed once before the first start: unpacking, configuring.
    default void prepare() {}

    /// What it is started from; a program that runs from another build is started anew.
    default String build() {
        return "";
    }

    /// Starts the program and returns when it answers.
    void start();

    /// Whether it answers now.
    boolean healthy();

    default void stop() {
        program().stop(Duration.ofSeconds(30));
    }

    /// The ports that must be free before it starts.
    List<PortName> ports();
}
