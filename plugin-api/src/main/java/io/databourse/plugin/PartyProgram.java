package io.databourse.plugin;

/// What one party runs in a batch task, in a process of its own.
@FunctionalInterface
public interface PartyProgram {

    /// Runs to the end. To cancel it, the node interrupts the thread; the program then throws
    /// [InterruptedException] as soon as it can, which every call of the context does for it.
    ///
    /// An expected end is an [Outcome]. [Channel.PeerLostException] may simply be let through: the
    /// node reports it as a failure of the counterparty. Any other exception is a failure of the
    /// plugin. Keys that the program made are overwritten before it returns or throws.
    Outcome run(PartyContext context) throws InterruptedException;
}
