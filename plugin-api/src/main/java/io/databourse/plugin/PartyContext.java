package io.databourse.plugin;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/// Everything that a [PartyProgram] gets from its node. There is nothing else: no network, no
/// credentials, no file outside the workspace.
public interface PartyContext {
    /// The name of the only input, where a role has one.
    String INPUT = "input";

    /// The name of the only result, where a task has one.
    String RESULT = "result";

    /// The job and attempt, unique at every party; protocols separate their domains by it.
    String jobId();

    /// This party.
    Party self();

    /// All parties of the job, this one among them, in the same order at every party.
    List<Party> parties();

    Parameters parameters();

    /// Rows that the node has already projected and filtered as the contract says.
    ///
    /// @throws IllegalArgumentException if the job gives this party no such input
    Dataset input(String name);

    /// The channel to another party; always the same one for the same peer. It may be used by one
    /// sending and one receiving thread.
    ///
    /// @throws IllegalArgumentException if the job has no such party or it is this one
    Channel channel(String peer);

    /// Where a result is put. Only a party that receives the result has one.
    ///
    /// @throws IllegalStateException if this party receives no result
    ResultSink result(String name);

    /// Where a party with data puts what its reviewers must see before anybody else does.
    ///
    /// @throws IllegalStateException if this party has no data
    default HeldOutput held() {
        throw new IllegalStateException("this party has no data");
    }

    /// What this party's reviewers have released of an earlier attempt of the same job, for handing
    /// it over now; empty in every other run.
    default List<HeldOutput.Released> released() {
        return List.of();
    }

    /// What this party keeps about the data set [#INPUT] and the job's consumer.
    ///
    /// @param name in small letters, such as `budget`
    /// @throws IllegalStateException if this party has no data
    default Journal journal(String name) {
        return journal(name, INPUT);
    }

    /// What this party keeps about one of its data sets and the job's consumer: the same journal in
    /// each job that reads the data set, whatever the job calls it.
    ///
    /// @param name in small letters, such as `budget`
    /// @param input the name of the data set in this job
    /// @throws IllegalStateException if this party has no such data
    default Journal journal(String name, String input) {
        throw new IllegalStateException("this party has no data");
    }

    Progress progress();

    Checkpoint checkpoint();

    WorkMeter meter();

    /// An empty folder of this run alone, deleted after it.
    Path workspace();

    SecureRandom random();

    Clock clock();

    /// One party of a job.
    ///
    /// @param id short and unique in the job, such as `p1`
    /// @param role a role of the task's card
    /// @param receivesResult whether the contract lets this party have the result
    record Party(String id, String role, boolean receivesResult) {}
}
