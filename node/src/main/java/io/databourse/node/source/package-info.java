/// The party's data where it lies: CSV and Parquet files, read by DuckDB.
@NullMarked
package io.databourse.node.source;

import org.jspecify.annotations.NullMarked;
