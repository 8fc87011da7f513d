package io.databourse.node.console;

import io.databourse.node.masking.People;
import io.databourse.node.review.ReviewProblem;
import java.io.IOException;

/// Where people say who they are.
final class LogInPage {
    private final People people;
    private final Doorkeeper doorkeeper;
    private final Sessions sessions;

    LogInPage(People people, Doorkeeper doorkeeper, Sessions sessions) {
        this.people = people;
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
    }

    void show(Frame frame, int status, String problem) throws IOException {
        frame.show(
                status,
                frame.say("登录", "Log in"),
                """
                <p class="problem">%s</p>
                <form method="post" action="/login">
                <label>%s <input name="name" autocomplete="username" required autofocus></label>
                <label>%s <input name="password" type="password" autocomplete="current-password" required></label>
                <button>%s</button></form>\
                """
                        .formatted(
                                Html.text(problem),
                                frame.say("姓名", "Name"),
                                frame.say("密码", "Password"),
                                frame.say("登录", "Log in")));
    }

    void logIn(Frame frame) throws IOException {
        var form = frame.call().form();
        var name = form.getOrDefault("name", "");
        try {
            doorkeeper.check(name, form.getOrDefault("password", "").toCharArray());
        } catch (ReviewProblem problem) {
            show(frame, 403, frame.say(problem.text()));
            return;
        }
        frame.call()
                .set(
                        "Set-Cookie",
                        "session=%s; Path=/; HttpOnly; SameSite=Strict"
                                .formatted(sessions.begin(people.known(name)).id()));
        frame.call().redirect("/");
    }

    void logOut(Frame frame, Sessions.Session session) throws IOException {
        sessions.end(session);
        frame.call().set("Set-Cookie", "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
        frame.call().redirect("/login");
    }
}
