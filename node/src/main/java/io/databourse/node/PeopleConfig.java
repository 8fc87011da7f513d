package io.databourse.node;

import io.databourse.node.masking.People;
import io.databourse.node.masking.View;
import io.databourse.node.review.PasswordHash;
import io.databourse.node.review.Reviewers;
import io.databourse.protection.mask.DynamicMask;
import io.databourse.protection.table.Policy;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the keys `reviewers.…`, `users.…`, `views.…` and `console.administrators`.
final class PeopleConfig {
    private static final String FULL = "full";

    private PeopleConfig() {}

    static Reviewers reviewers(ConfigFile file) {
        return new Reviewers(hashes(file, "reviewers"));
    }

    private static Map<String, PasswordHash> hashes(ConfigFile file, String prefix) {
        var hashes = new HashMap<String, PasswordHash>();
        for (var name : file.namesUnder(prefix)) {
            var key = prefix + "." + name + ".password-hash";
            try {
                hashes.put(name, PasswordHash.parse(file.text(key)));
            } catch (IllegalArgumentException _) {
                throw file.problem(key, "was not made by the command `review hash-password`");
            }
        }
        return hashes;
    }

    static People read(ConfigFile file, Reviewers reviewers) {
        var views = views(file);
        var administrators = file.set("console.administrators");
        var doors = new HashMap<>(reviewers.hashes());
        for (var user : hashes(file, "users").entrySet()) {
            if (doors.put(user.getKey(), user.getValue()) != null) {
                throw file.problem("users." + user.getKey(), "is a reviewer already");
            }
        }
        if (!doors.keySet().containsAll(administrators)) {
            throw file.problem(
                    "console.administrators", "names somebody who is neither user nor reviewer");
        }
        var persons = new HashMap<String, People.Person>();
        for (var name : doors.keySet()) {
            var reviews = reviewers.names().contains(name);
            var key = (reviews ? "reviewers." : "users.") + name + ".role";
            var role = file.find(key);
            if (role.isPresent() && !views.containsKey(role.get())) {
                throw file.problem(key, "is " + role.get() + ", which has no key views.<role>");
            }
            var view =
                    role.flatMap(each -> Optional.ofNullable(views.get(each)))
                            .orElse(View.Masked.BY_LOOK);
            persons.put(
                    name,
                    new People.Person(name, role, view, reviews, administrators.contains(name)));
        }
        return new People(new Reviewers(doors), persons);
    }

    private static Map<String, View> views(ConfigFile file) {
        var views = new HashMap<String, View>();
        for (var role : file.namesUnder("views")) {
            var key = "views." + role;
            views.put(
                    role,
                    file.text(key).equals(FULL)
                            ? new View.Full()
                            : new View.Masked(policy(file, key)));
        }
        return views;
    }

    private static DynamicMask.Policy policy(ConfigFile file, String key) {
        try {
            var policy = Policy.read(file.path(key), DynamicMask.Policy.class);
            policy.check();
            return policy;
        } catch (IOException e) {
            throw file.problem(key, "cannot be used: " + e.getMessage());
        }
    }
}
