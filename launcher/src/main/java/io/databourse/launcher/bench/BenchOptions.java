package io.databourse.launcher.bench;

import io.databourse.launcher.part.Fault;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What `./bourse bench` was asked for.
///
/// @param name one benchmark, or all
/// @param only one case, or all
/// @param json where the figures go as lines of JSON
record BenchOptions(Optional<String> name, Optional<String> only, Optional<Path> json) {

    static BenchOptions parse(List<String> arguments) {
        Optional<String> name = Optional.empty();
        Optional<String> only = Optional.empty();
        Optional<Path> json = Optional.empty();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--only" -> only = Optional.of(value(word, words));
                case "--json" -> json = Optional.of(Path.of(value(word, words)));
                default -> {
                    if (word.startsWith("-") || name.isPresent()) {
                        throw new Fault("bench does not know " + word);
                    }
                    name = Optional.of(word);
                }
            }
        }
        return new BenchOptions(name, only, json);
    }

    boolean wants(String bench, String kase) {
        return name.orElse(bench).equals(bench) && only.orElse(kase).equals(kase);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Fault(option + " needs a value");
        }
        return words.next();
    }
}
