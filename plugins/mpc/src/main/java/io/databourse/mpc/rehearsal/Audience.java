package io.databourse.mpc.rehearsal;

/// Hears what the parties of a rehearsal tell each other.
@FunctionalInterface
public interface Audience {
    /// A party sends a message to another.
    void hears(String sender, String receiver, byte[] message);
}
