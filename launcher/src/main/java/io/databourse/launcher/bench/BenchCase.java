package io.databourse.launcher.bench;

import java.util.List;
import java.util.function.Supplier;

/// One case of a benchmark.
record BenchCase(String bench, String name, Supplier<List<Figure>> run) {}
