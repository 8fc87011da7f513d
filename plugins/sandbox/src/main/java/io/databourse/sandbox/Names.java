package io.databourse.sandbox;

/// The names that card, planner and programs share. What the exchange or the node puts into the
/// parameters, a person cannot choose: the card marks it `readOnly`.
final class Names {
    static final String QUERY = "query";
    static final String SCRIPT = "script";

    static final String DATA = "DATA";
    static final String RESULT = "RESULT";

    static final String SQL = "sql";
    static final String TEMPLATE = "template";
    static final String ARGUMENTS = "arguments";

    static final String ALGORITHM = "algorithm";
    static final String LANGUAGE = "language";
    static final String SCRIPT_TEXT = "script";
    static final String SCRIPT_HASH = "scriptHash";

    static final String RULES = "rules";
    static final String OWNER_RULES = "ownerRules";

    /// Before the name of a further table: the owner's own rules of it.
    static final String OWNER_RULES_OF = "ownerRules/";

    /// The conditions that the owner's node has chosen the rows by, as a JSON list.
    static final String CONDITIONS = "conditions";

    static final String RELEASE = "release";
    static final String DRY_RUN = "dryRun";

    static final String INPUT_ROWS = io.databourse.plugin.WorkMeter.INPUT_ROWS;

    /// Rows of the output, which reach the consumer with it or are told by its bundle.
    static final String OUTPUT_ROWS = "outputRows";

    /// What is left of the buyer's privacy budget for the data, and the whole of it, in billionths
    /// of epsilon. Which numbers an answer was made of they do not say: each question costs the
    /// same.
    static final String PRIVACY_LEFT = "privacyLeft";

    static final String PRIVACY_TOTAL = "privacyTotal";

    private Names() {}
}
