package io.databourse.mpc;

import io.databourse.plugin.PartyContext;

/// What an owner knows when the buckets begin.
@SuppressWarnings("ArrayRecordComponent") // equality is not used
record DistributedRun(PartyContext context, Peer peer, Buckets buckets, TagSet tags, byte[] seed) {}
