package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A whole number about each group that noise is added to.
///
/// @param sensitivity the most by which one entity changes it, over all groups together
/// @param unit what one of it stands for: sums are counted in small units
record Statistic(Measure measure, BigInteger sensitivity, BigDecimal unit) {}
