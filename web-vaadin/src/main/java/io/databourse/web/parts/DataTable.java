package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A list of things: filter, sort and export, kept in the address; an empty list says what to do.
public final class DataTable<T> extends Div {
    private static final int PART = PageRequest.MOST;

    private final List<Column<T>> columns = new ArrayList<>();
    private final List<T> rows = new ArrayList<>();
    private final TextField filter = new TextField();
    private final Div shown = new Div();
    private final Component whenEmpty;
    private Optional<String> next = Optional.empty();
    private Function<PageRequest, Page<T>> source = page -> new Page<>(List.of(), Optional.empty());
    private String sort = "";
    private int visible = PART;
    private String prefix = "";

    /// @param id also the name of the exported file
    public DataTable(String id, Component whenEmpty) {
        this.whenEmpty = whenEmpty;
        setId(id);
        addClassName("table");
        filter.setPlaceholder(Texts.t("table.filter"));
        filter.setAriaLabel(Texts.t("table.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> changed());
    }

    public DataTable<T> column(String labelKey, Function<T, String> text) {
        return column(labelKey, text, row -> Blocks.text(text.apply(row)));
    }

    /// @param text what is filtered and exported
    /// @param cell what is shown
    public DataTable<T> column(
            String labelKey, Function<T, String> text, Function<T, Component> cell) {
        columns.add(new Column<>(labelKey, text, cell, Comparator.comparing(text), false));
        return this;
    }

    /// A column of numbers or moments: sorted by the key, numbers to the right.
    public <K extends Comparable<? super K>> DataTable<T> ordered(
            String labelKey,
            Function<T, K> key,
            Function<T, String> text,
            Function<T, Component> cell) {
        boolean right = labelKey.endsWith("#");
        String label = right ? labelKey.substring(0, labelKey.length() - 1) : labelKey;
        columns.add(new Column<>(label, text, cell, Comparator.comparing(key), right));
        return this;
    }

    /// A number or an amount.
    public <K extends Comparable<? super K>> DataTable<T> number(
            String labelKey, Function<T, K> key, Function<T, String> text) {
        return ordered(labelKey + "#", key, text, row -> Blocks.text(text.apply(row)));
    }

    /// For a list that is not the only one of its page: the address keeps its filter and order
    /// under the list's own name.
    public DataTable<T> aside() {
        prefix = getId().orElseThrow() + "-";
        return this;
    }

    public DataTable<T> from(Function<PageRequest, Page<T>> from) {
        source = from;
        Page<T> first = source.apply(PageRequest.first(PART));
        rows.clear();
        rows.addAll(first.items());
        next = first.next();
        restore();
        build();
        return this;
    }

    public DataTable<T> of(List<T> items) {
        return from(page -> new Page<>(items, Optional.empty()));
    }

    private void build() {
        removeAll();
        if (rows.isEmpty()) {
            add(whenEmpty);
            return;
        }
        Anchor export =
                new Anchor(
                        DownloadHandler.fromInputStream(event -> csv()), Texts.t("table.export"));
        export.getElement().setAttribute("download", getId().orElse("table") + ".csv");
        export.setRouterIgnore(true);
        add(Blocks.div("tools", filter, export), shown);
        fill();
    }

    private void fill() {
        NativeTableBody body = new NativeTableBody();
        List<T> wanted = wanted();
        wanted.stream().limit(visible).forEach(row -> body.add(line(row)));
        NativeTable table = new NativeTable();
        table.add(header(), body);
        shown.removeAll();
        shown.add(Blocks.div("card flush", table));
        if (wanted.isEmpty()) {
            shown.add(Blocks.empty(Texts.t("table.noMatch")));
        }
        if (next.isPresent() || wanted.size() > visible) {
            shown.add(Actions.quiet("more", Texts.t("table.more"), this::more));
        }
    }

    private NativeTableHeader header() {
        NativeTableRow heads = new NativeTableRow();
        for (Column<T> column : columns) {
            Button button = new Button(Texts.t(column.labelKey), click -> sortBy(column));
            button.addThemeName("tertiary-inline");
            NativeTableHeaderCell cell = new NativeTableHeaderCell(button);
            cell.getElement().setAttribute("scope", "col");
            cell.getElement().setAttribute("aria-sort", direction(column));
            cell.setClassName("r", column.right);
            heads.add(cell);
        }
        return new NativeTableHeader(heads);
    }

    private NativeTableRow line(T row) {
        NativeTableRow line = new NativeTableRow();
        for (Column<T> column : columns) {
            var cell = line.addDataCell();
            cell.add(column.cell.apply(row));
            cell.setClassName("r", column.right);
        }
        return line;
    }

    private List<T> wanted() {
        String words = filter.getValue().strip().toLowerCase(Locale.ROOT);
        var stream =
                rows.stream()
                        .filter(row ->
                                columns.stream()
                                        .map(column -> column.text.apply(row))
                                        .anyMatch(text ->
                                                text.toLowerCase(Locale.ROOT).contains(words)));
        return order().map(stream::sorted).orElse(stream).toList();
    }

    private Optional<Comparator<T>> order() {
        return columns.stream()
                .filter(column -> sort.equals(column.name()) || sort.equals("-" + column.name()))
                .map(column -> sort.startsWith("-") ? column.order.reversed() : column.order)
                .findFirst();
    }

    private String direction(Column<T> column) {
        if (sort.equals(column.name())) {
            return "ascending";
        }
        return sort.equals("-" + column.name()) ? "descending" : "none";
    }

    private void sortBy(Column<T> column) {
        sort = sort.equals(column.name()) ? "-" + column.name() : column.name();
        changed();
    }

    /// A browser does not like a thousand rows, so what is there is shown part by part too.
    private void more() {
        if (wanted().size() <= visible && next.isPresent()) {
            Page<T> part = source.apply(new PageRequest(PART, next));
            rows.addAll(part.items());
            next = part.next();
        }
        visible += PART;
        fill();
    }

    private void changed() {
        UI ui = UI.getCurrent();
        Location here = ui.getActiveViewLocation();
        QueryParameters query =
                here.getQueryParameters().excluding(prefix + "filter", prefix + "sort");
        if (!filter.isEmpty()) {
            query = query.including(prefix + "filter", filter.getValue());
        }
        if (!sort.isEmpty()) {
            query = query.including(prefix + "sort", sort);
        }
        ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), query));
        fill();
    }

    private void restore() {
        UI ui = UI.getCurrent();
        QueryParameters query = ui.getActiveViewLocation().getQueryParameters();
        sort = query.getSingleParameter(prefix + "sort").orElse(sort);
        query.getSingleParameter(prefix + "filter").ifPresent(filter::setValue);
    }

    private DownloadResponse csv() {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(csvLine(columns.stream().map(column -> Texts.t(column.labelKey)).toList()));
        wanted().forEach(row ->
                csv.append(
                        csvLine(columns.stream().map(column -> column.text.apply(row)).toList())));
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes),
                getId().orElse("table") + ".csv",
                "text/csv;charset=utf-8",
                bytes.length);
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    private static String csvLine(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(cell -> cell.matches("(?s)[=+@\\t\\r].*") ? "'" + cell : cell)
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .toList())
                + "\r\n";
    }

    private record Column<T>(
            String labelKey,
            Function<T, String> text,
            Function<T, Component> cell,
            Comparator<T> order,
            boolean right) {
        String name() {
            return labelKey.substring(labelKey.lastIndexOf('.') + 1);
        }
    }
}
