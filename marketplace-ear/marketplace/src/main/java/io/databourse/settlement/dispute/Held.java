package io.databourse.settlement.dispute;

import io.databourse.settlement.ChargeId;
import io.databourse.settlement.Shares;

/// What a dispute holds of one charge, and whose it was.
record Held(ChargeId charge, Shares shares) {}
