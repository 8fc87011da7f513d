package io.databourse.plugin;

/// What became of one party's part of a job. Exceptions are for bugs: what can be expected is here.
public sealed interface Outcome {

    /// It is done, and a result, where there is one, is complete.
    ///
    /// @param units billable units, the same number at every party
    record Completed(long units) implements Outcome {
        public Completed {
            if (units < 0) {
                throw new IllegalArgumentException("units is negative: " + units);
            }
        }
    }

    /// The rules said no, and there is no result. Nobody pays.
    record Refused(Reason reason, String detail) implements Outcome {}

    /// Something broke. The blame decides who pays and whether it is worth trying again.
    record Failed(Blame blame, String detail) implements Outcome {}

    enum Reason {
        INVALID_PARAMETERS,
        INPUT_NOT_AUTHORIZED,
        INPUT_UNUSABLE,
        RESULT_BELOW_MINIMUM,
        OVER_BUDGET
    }

    enum Blame {
        /// The one who asked for the job.
        CALLER,
        /// The plugin's code.
        PLUGIN,
        /// Memory, disk, time: trying again may help.
        RESOURCES,
        /// Another party was lost or spoke wrongly.
        COUNTERPARTY
    }
}
