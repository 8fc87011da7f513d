package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.TaskCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Who learns what by a task, as its plugin card says. There is no other place for these sentences.
public final class LearnTable extends Div {
    public LearnTable(Disclosure disclosure, Function<String, String> roleTitle) {
        addClassName("learn");
        disclosure.learns().entrySet().stream()
                .sorted((a, b) -> b.getKey().compareTo(a.getKey()))
                .forEach(
                        entry -> line(roleTitle.apply(entry.getKey()), Texts.of(entry.getValue())));
        sizes(disclosure)
                .forEach((role, meanings) ->
                        line(
                                Texts.t("learn.size", roleTitle.apply(role)),
                                String.join(
                                        Texts.language() == Language.EN ? "; " : "；", meanings)));
        line(Texts.t("learn.adversary"), Texts.of(disclosure.adversary()));
        disclosure.nonCollusion().forEach(text -> line(Texts.t("learn.trust"), Texts.of(text)));
        disclosure.notProtected().forEach(text -> line(Texts.t("learn.not"), Texts.of(text)));
        line(Texts.t("learn.source"), disclosure.source());
    }

    public static LearnTable of(TaskCard task) {
        return new LearnTable(
                task.disclosure(),
                role -> task.role(role).map(card -> Texts.of(card.title())).orElse(role));
    }

    /// Which sizes each role sees, in the card's order.
    private static Map<String, List<String>> sizes(Disclosure disclosure) {
        Map<String, List<String>> sizes = new LinkedHashMap<>();
        disclosure
                .sizes()
                .forEach(size ->
                        sizes.computeIfAbsent(size.role(), role -> new ArrayList<>())
                                .add(Texts.of(size.meaning())));
        return sizes;
    }

    private void line(String who, String what) {
        Span name = Blocks.text("who", who);
        add(name, new Div(linked(what)));
    }

    private static Component linked(String text) {
        return text.startsWith("http") ? new Anchor(text, text) : new Span(text);
    }
}
