package io.databourse.crypto;

import java.math.BigInteger;
import java.time.Instant;

/// One certificate withdrawn before its end.
public record Revocation(BigInteger serial, Instant at) {}
