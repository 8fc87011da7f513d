/// The public API, version 1: one resource a feature, each method one call of a service.
@NullMarked
package io.databourse.rest;

import org.jspecify.annotations.NullMarked;
