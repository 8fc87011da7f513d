package io.databourse.plugin;

import java.io.IOException;
import java.nio.file.Path;
import org.pf4j.ExtensionPoint;

/// One way to compute on data that stays with its owners, 隐私计算.
///
/// A plugin is one PF4J zip with two sides. The *exchange side*, [#card] and [#plan], is pure: no
/// I/O, no state, quick enough to be called while a form is being filled in. The *node side*,
/// [#program] or [#queries], runs in a child process of the node of each party. It gets no network,
/// no credentials and no file but its workspace: everything comes through [PartyContext].
///
/// Implementations have a public constructor without arguments, carry `@Extension`, and keep no
/// state between calls. All texts that a person reads are [Text], in Chinese and English.
public interface ComputePlugin extends ExtensionPoint {

    /// What this plugin is and can do. Always the same answer.
    PluginCard card();

    /// Says whether the task can be run as asked, what it will cost and what each party will learn.
    /// Never throws for bad input: that is [Plan.Refused], with one problem for each thing to
    /// change.
    Plan plan(TaskRequest request);

    /// The program of one role of a batch task. Names are those of the card.
    ///
    /// @throws IllegalArgumentException if the card has no such batch task or role
    PartyProgram program(String task, String role);

    /// The program of an online task; a task is either batch or online.
    ///
    /// @throws IllegalArgumentException if the card has no such online task
    default QueryProgram queries(String task) {
        throw new IllegalArgumentException("no online task: " + task);
    }

    /// Does what its programs do with made-up data, so that a process that waits for a job has
    /// loaded and compiled what most jobs need. There is no job yet: no data, no peer and no key. A
    /// node calls it at most once in a process, and only if its owner wants processes to wait; a
    /// failure costs nothing but time.
    ///
    /// @param folder empty, for files; deleted afterwards
    default void rehearse(Path folder) throws InterruptedException, IOException {}
}
