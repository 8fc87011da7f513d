package io.databourse.protection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words after `protect`: a command, `--name value` and files.
record Arguments(String command, Map<String, String> options, List<String> words) {

    static Arguments of(List<String> all) {
        Map<String, String> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            String word = all.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (i + 1 < all.size()) {
                options.put(word.substring(2), all.get(++i));
            } else {
                throw new IllegalArgumentException(word + " needs a value");
            }
        }
        return new Arguments(all.isEmpty() ? "" : all.getFirst(), options, words);
    }

    String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    Path file(String name) {
        return Path.of(option(name));
    }

    List<Path> files(int count) {
        if (words.size() != count) {
            throw new IllegalArgumentException("%d files are needed".formatted(count));
        }
        return distinct();
    }

    /// Tables, each with its copy.
    List<Path> pairs() {
        if (words.isEmpty() || words.size() % 2 != 0) {
            throw new IllegalArgumentException("each table needs the name of its copy");
        }
        return distinct();
    }

    private List<Path> distinct() {
        List<Path> files = words.stream().map(Path::of).toList();
        if (files.stream().map(file -> file.toAbsolutePath().normalize()).distinct().count()
                < files.size()) {
            throw new IllegalArgumentException("a copy must not replace a table");
        }
        return files;
    }
}
