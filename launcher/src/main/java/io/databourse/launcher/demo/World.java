package io.databourse.launcher.demo;

import java.util.HashMap;
import java.util.Map;

/// What earlier steps made and later steps need, by what it is.
final class World {

    private final Map<String, String> ids = new HashMap<>();

    World() {}

    /// A world of its own that begins with what the other knows.
    World(World other) {
        ids.putAll(other.ids);
    }

    String get(String what) {
        String id = ids.get(what);
        if (id == null) {
            throw new IllegalStateException("no step has made " + what + " yet");
        }
        return id;
    }

    void put(String what, String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the exchange gave no id for " + what);
        }
        ids.put(what, id);
    }
}
