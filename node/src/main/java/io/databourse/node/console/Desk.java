package io.databourse.node.console;

import io.databourse.node.NodeConfig;
import io.databourse.node.masking.MaskingGateway;
import io.databourse.node.masking.People;
import io.databourse.node.review.ReviewProblem;
import io.databourse.node.review.ReviewService;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Brings each request to its page, once it is known to come from a page of the console and from
/// somebody who may see it.
final class Desk {
    private static final Logger LOG = System.getLogger(Desk.class.getName());

    private final String node;
    private final Set<String> hosts;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final LogInPage logIn;
    private final ReviewPages reviews;
    private final ResultPages results;
    private final ApiDesk api;
    private final ReadPages reads;

    Desk(NodeConfig config, int port, ReviewService service, Clock clock) throws IOException {
        node = config.name();
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
        sessions = new Sessions(clock);
        var people = config.people();
        doorkeeper = new Doorkeeper(people.doors(), clock);
        logIn = new LogInPage(people, doorkeeper, sessions);
        var gateway = MaskingGateway.open(config, clock);
        var delivered = new Results(config.resultsFolder());
        reviews = new ReviewPages(service, gateway);
        results = new ResultPages(delivered, gateway);
        api = new ApiDesk(people, doorkeeper, new ResultApi(delivered, gateway));
        reads = new ReadPages(gateway.log());
    }

    void answer(Call call) throws IOException {
        call.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        call.set("X-Content-Type-Options", "nosniff");
        call.set("Referrer-Policy", "same-origin");
        call.set("Cache-Control", "no-store");
        var session = call.cookie("session").flatMap(sessions::find);
        var frame = new Frame(node, call, session);
        try {
            check(call);
            route(frame);
        } catch (Call.Wrong wrong) {
            frame.refuse(wrong.status(), frame.say(why(wrong.status())));
        } catch (ReviewProblem problem) {
            frame.refuse(409, frame.say(problem.text()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "a page of the console failed", e);
            frame.refuse(500, frame.say("节点日志里有原因。", "The node's log says why."));
        }
    }

    private static Text why(int status) {
        return switch (status) {
            case 403 ->
                    new Text(
                            "请求不是来自本控制台的页面；请重新打开页面再试。",
                            "The request is from no page of this console; open the page again.");
            case 404 -> new Text("没有这个页面或文件。", "There is no such page or file.");
            case 405 -> new Text("不支持这种请求方法。", "Requests of this method are not served.");
            case 413 -> new Text("填写的内容过长。", "What was filled in is too long.");
            default -> new Text("请求写得不对。", "The request is not as it should be.");
        };
    }

    /// A page of another site may not speak to the console, whatever name it gives to it: the Host
    /// is compared because of DNS rebinding, the Origin because of forms.
    private void check(Call call) {
        var own = call.header("Host").filter(hosts::contains);
        var origin = call.header("Origin");
        if (own.isEmpty() || (origin.isPresent() && !origin.get().equals("http://" + own.get()))) {
            throw new Call.Wrong(403);
        }
        if (!call.isGet() && !call.isPost()) {
            throw new Call.Wrong(405);
        }
    }

    private void route(Frame frame) throws IOException {
        var call = frame.call();
        var path = call.path();
        var language = call.query("lang");
        if (call.isGet() && language.isPresent()) {
            var chosen = language.get().equals("zh") ? "zh" : "en";
            call.set("Set-Cookie", "lang=%s; Path=/; SameSite=Strict".formatted(chosen));
            call.redirect("/" + String.join("/", path.stream().map(Desk::encoded).toList()));
        } else if (path.equals(List.of("style.css"))) {
            call.send(200, "text/css", Style.SHEET);
        } else if (path.equals(List.of("login"))) {
            if (call.isPost()) {
                logIn.logIn(frame);
            } else {
                logIn.show(frame, 200, "");
            }
        } else if (path.getFirst().equals("api") && call.isGet()) {
            api.answer(frame);
        } else if (frame.session().isEmpty()) {
            call.redirect("/login");
        } else if (call.isPost()) {
            post(frame, frame.session().get());
        } else {
            page(frame, frame.session().get());
        }
    }

    private static String encoded(String part) {
        return java.net.URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private void page(Frame frame, Sessions.Session session) throws IOException {
        var path = frame.call().path();
        var who = session.who();
        if (!isOpenTo(who, path.getFirst())) {
            refuse(frame);
            return;
        }
        switch (path.getFirst() + "/" + path.size()) {
            case "/1" -> frame.call().redirect(who.reviews() ? "/reviews" : "/results");
            case "reviews/1" -> reviews.list(frame);
            case "reviews/2" -> reviews.output(frame, session, path.get(1));
            case "reviews/4" -> reviews.file(frame, who, path.get(1), path.get(3));
            case "scripts/2" -> reviews.script(frame, session, path.get(1));
            case "results/1" -> results.list(frame);
            case "results/2" -> results.result(frame, who, path.get(1));
            case "results/4" -> results.file(frame, who, path.get(1), path.get(3));
            case "reads/1" -> reads.list(frame);
            case "reads.csv/1" -> reads.csv(frame.call());
            default -> throw new Call.Wrong(404);
        }
    }

    private static boolean isOpenTo(People.Person who, String place) {
        return switch (place) {
            case "reviews", "scripts" -> who.reviews();
            case "reads", "reads.csv" -> who.administers();
            default -> true;
        };
    }

    private static void refuse(Frame frame) throws IOException {
        frame.refuse(
                403,
                frame.say(
                        "您的角色不能打开这个页面；角色由节点管理者在 node.properties 中设定。",
                        "This page is not open to your role; who looks after the node sets roles"
                                + " in node.properties."));
    }

    private void post(Frame frame, Sessions.Session session) throws IOException {
        var path = frame.call().path();
        var form = frame.call().form();
        if (!session.form().equals(form.get("form"))) {
            throw new Call.Wrong(403);
        }
        if (path.equals(List.of("logout"))) {
            logIn.logOut(frame, session);
            return;
        }
        if (!isOpenTo(session.who(), path.getFirst())) {
            refuse(frame);
            return;
        }
        doorkeeper.check(session.name(), form.getOrDefault("password", "").toCharArray());
        var decision = Decision.of(session, form);
        try {
            switch (path.getFirst() + "/" + path.size()) {
                case "reviews/2" -> reviews.decideOutput(frame, path.get(1), decision);
                case "scripts/2" -> reviews.decideScript(frame, path.get(1), decision);
                default -> throw new Call.Wrong(404);
            }
        } finally {
            Arrays.fill(decision.reviewer().password(), ' ');
        }
    }
}
