package io.databourse.pricing.share;

import io.databourse.money.Rational;

/// What a coalition is worth by itself, 效用: the characteristic function of a cooperative game.
/// Nobody is worth nothing.
@FunctionalInterface
public interface Utility {
    Rational of(Coalition coalition);
}
