package io.databourse.node.review;

import java.util.Map;
import java.util.Set;

/// The people whom the owner trusts to let something out.
public record Reviewers(Map<String, PasswordHash> hashes) {
    public Reviewers {
        hashes = Map.copyOf(hashes);
    }

    public Set<String> names() {
        return hashes.keySet();
    }

    /// @throws ReviewProblem if the name or the password is wrong; it does not say which
    public void check(String name, char[] password) {
        var hash = hashes.get(name);
        // An unknown name takes as long as a wrong password.
        var good = (hash == null ? Unknown.HASH : hash).matches(password);
        if (hash == null || !good) {
            throw new ReviewProblem("姓名或密码不对。", "The name or the password is wrong.");
        }
    }

    private static final class Unknown {
        static final PasswordHash HASH = PasswordHash.of(new char[0]);
    }
}
