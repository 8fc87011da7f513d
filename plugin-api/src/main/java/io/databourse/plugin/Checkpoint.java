package io.databourse.plugin;

import java.util.Optional;

/// Lets a resumable task go on after its process died. The workspace is kept with it. Tasks whose
/// card says that they are not resumable find it empty and need not save.
public interface Checkpoint {
    /// What was saved last in an earlier process of the same job.
    Optional<byte[]> load();

    /// Replaces what was saved before, durably. At most 1 MiB, and never a key.
    void save(byte[] state);
}
