package io.databourse.sandbox.room;

import java.util.List;
import java.util.Map;

/// The images that exist.
public enum ImageKind {
    /// Python with numpy, pandas, scipy and scikit-learn.
    PYTHON,
    /// R and its base packages.
    R,
    /// The JDK that this process runs on, at `/usr/lib/jvm/java`, and what it needs.
    JVM;

    /// Debian's names of what must be installed.
    List<String> packages() {
        return switch (this) {
            case PYTHON ->
                    List.of(
                            "libc-bin",
                            "python3",
                            "python3-numpy",
                            "python3-pandas",
                            "python3-scipy",
                            "python3-sklearn");
            // R's own start-up asks `which` for a few programs.
            case R -> List.of("libc-bin", "dash", "coreutils", "debianutils", "sed", "r-base-core");
            case JVM -> List.of("libc6", "libstdc++6", "zlib1g");
        };
    }

    Map<String, String> environment() {
        return switch (this) {
            case PYTHON ->
                    Map.of(
                            // The same run twice gives the same output.
                            "PYTHONHASHSEED", "0",
                            "PYTHONDONTWRITEBYTECODE", "1",
                            "PYTHONNOUSERSITE", "1",
                            "OMP_NUM_THREADS", "2",
                            "OPENBLAS_NUM_THREADS", "2");
            case R ->
                    Map.of(
                            "R_HOME", "/usr/lib/R",
                            "R_SHARE_DIR", "/usr/share/R/share",
                            "R_INCLUDE_DIR", "/usr/share/R/include",
                            "R_DOC_DIR", "/usr/share/R/doc",
                            "LD_LIBRARY_PATH", "/usr/lib/R/lib",
                            "OMP_NUM_THREADS", "2",
                            "OPENBLAS_NUM_THREADS", "2");
            case JVM -> Map.of();
        };
    }
}
