/// The OpenAPI document, made from the resources and records.
@NullMarked
package io.databourse.rest.openapi;

import org.jspecify.annotations.NullMarked;
