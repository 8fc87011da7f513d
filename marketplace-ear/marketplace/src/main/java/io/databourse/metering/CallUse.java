package io.databourse.metering;

import io.databourse.quota.LeaseUse;

/// A call and what it takes of a lease.
record CallUse(CallRecord call, LeaseUse use) {}
