package io.databourse.node.console;

import io.databourse.node.masking.People;
import io.databourse.node.review.ReviewProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Calls of programs of the same machine: with a session, or name and password each time (RFC
/// 7617).
final class ApiDesk {
    private final People people;
    private final Doorkeeper doorkeeper;
    private final ResultApi results;

    ApiDesk(People people, Doorkeeper doorkeeper, ResultApi results) {
        this.people = people;
        this.doorkeeper = doorkeeper;
        this.results = results;
    }

    void answer(Frame frame) throws IOException {
        var call = frame.call();
        var caller = frame.session().map(Sessions.Session::who).or(() -> caller(call));
        if (caller.isEmpty()) {
            call.set("WWW-Authenticate", "Basic realm=\"node\", charset=\"UTF-8\"");
            call.send(401, "application/json", "{\"code\":\"UNAUTHENTICATED\"}");
            return;
        }
        var path = call.path();
        if (path.equals(List.of("api", "results"))) {
            results.list(call);
        } else if (path.size() == 3 && path.get(1).equals("results")) {
            results.result(call, caller.get(), path.get(2));
        } else {
            throw new Call.Wrong(404);
        }
    }

    private Optional<People.Person> caller(Call call) {
        Optional<String> basic = call.header("Authorization").filter(h -> h.startsWith("Basic "));
        try {
            var text =
                    new String(
                            Base64.getDecoder().decode(basic.orElse("Basic ").substring(6)),
                            StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            doorkeeper.check(text.substring(0, colon), text.substring(colon + 1).toCharArray());
            return Optional.of(people.known(text.substring(0, colon)));
        } catch (ReviewProblem | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
