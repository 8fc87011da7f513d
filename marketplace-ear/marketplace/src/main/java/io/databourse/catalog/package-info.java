/// What is on the shelf, 目录与挂牌: listings with price plans and terms of use.
@NullMarked
package io.databourse.catalog;

import org.jspecify.annotations.NullMarked;
