package io.databourse.quota;

/// What calls have consumed of a pack, less what reversed calls gave back.
record PackUse(Pack pack, boolean expired, long units) {}
