package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = DataTableTest.class)
class DataTableTest extends BrowserlessTest {
    record Fruit(String name, long weight) {}

    @Route("fruits")
    @AnonymousAllowed
    public static class Fruits extends Div {
        public Fruits() {
            add(
                    table(
                            List.of(
                                    new Fruit("pear", 200),
                                    new Fruit("fig", 50),
                                    new Fruit("=x", 1200))));
        }
    }

    @Route("nothing")
    @AnonymousAllowed
    public static class Nothing extends Div {
        public Nothing() {
            add(table(List.of()));
        }
    }

    static DataTable<Fruit> table(List<Fruit> fruits) {
        return new DataTable<Fruit>("fruits", Blocks.empty("Plant a tree."))
                .column("merchant.name", Fruit::name)
                .number("order.units", Fruit::weight, fruit -> Figures.of(fruit.weight()))
                .of(fruits);
    }

    @Test
    void the_filter_leaves_only_rows_that_hold_the_words() {
        navigate(Fruits.class);
        test(find(TextField.class).single()).setValue("FIG");
        assertThat(rows()).containsExactly("fig 50");
    }

    @Test
    void a_number_column_is_sorted_by_value_and_turned_round_by_a_second_click() {
        navigate(Fruits.class);
        sort();
        assertThat(rows()).containsExactly("fig 50", "pear 200", "=x 1,200");
        sort();
        assertThat(rows()).containsExactly("=x 1,200", "pear 200", "fig 50");
    }

    @Test
    void an_empty_list_says_what_to_do_next() {
        navigate(Nothing.class);
        assertThat(
                        find(Div.class)
                                .withClassName("empty")
                                .single()
                                .getElement()
                                .getTextRecursively())
                .contains("Plant a tree.");
    }

    private void sort() {
        test(find(Button.class).withText(Texts.t("order.units")).single()).click();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row ->
                        String.join(
                                " ",
                                row.getChildren()
                                        .map(c -> c.getElement().getTextRecursively())
                                        .toList()))
                .toList();
    }
}
