package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Lines of fields of which the user adds as many as there are things to say.
public final class Lines<L extends Component> extends Div {
    private final String prefix;
    private final Function<String, L> maker;
    private final List<L> lines = new ArrayList<>();
    private final Div list = new Div();
    private int made;

    /// @param prefix of the ids; the lines are `prefix-0` and on, the button `prefix-add`
    /// @param maker of a line from the prefix of its fields' ids
    public Lines(String prefix, String addKey, Function<String, L> maker) {
        this.prefix = prefix;
        this.maker = maker;
        add(list, Actions.quiet(prefix + "-add", Texts.t(addKey), this::addLine));
    }

    public List<L> all() {
        return List.copyOf(lines);
    }

    public void clear() {
        lines.clear();
        list.removeAll();
    }

    public L addLine() {
        String id = prefix + "-" + made++;
        L line = maker.apply(id);
        Div row = Blocks.div("fields", line);
        row.add(
                Actions.quiet(
                        id + "-remove",
                        Texts.t("action.remove"),
                        () -> {
                            lines.remove(line);
                            list.remove(row);
                        }));
        lines.add(line);
        list.add(row);
        return line;
    }
}
