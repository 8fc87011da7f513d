package io.databourse.sandbox.room;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a script can be written in.
public enum ScriptLanguage {
    PYTHON,
    R;

    /// By its word in a job's definition, such as `python`.
    public static Optional<ScriptLanguage> of(String word) {
        return List.of(values()).stream().filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its runtime.
    public ImageKind image() {
        return switch (this) {
            case PYTHON -> ImageKind.PYTHON;
            case R -> ImageKind.R;
        };
    }

    /// Files that are put beside the script.
    List<String> helpers() {
        return switch (this) {
            case PYTHON -> List.of("run.py", "bourse.py");
            case R -> List.of("run.sh", "bourse.R");
        };
    }

    List<String> command() {
        return switch (this) {
            case PYTHON -> List.of("/usr/bin/python3", "-s", "/job/run.py");
            case R -> List.of("/bin/sh", "/job/run.sh");
        };
    }
}
