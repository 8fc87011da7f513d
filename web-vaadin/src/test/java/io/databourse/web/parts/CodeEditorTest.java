package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeEditorTest {
    @Test
    void its_files_lie_where_the_page_asks_for_them() {
        Stream<String> scripts =
                Arrays.stream(CodeEditor.class.getAnnotationsByType(JavaScript.class))
                        .map(JavaScript::value);
        Stream<String> styles =
                Arrays.stream(CodeEditor.class.getAnnotationsByType(StyleSheet.class))
                        .map(StyleSheet::value);
        assertThat(Stream.concat(scripts, styles).filter(each -> each.contains("webjars")))
                .hasSize(5)
                .allSatisfy(each ->
                        assertThat(
                                        CodeEditor.class
                                                .getClassLoader()
                                                .getResource(
                                                        each.replace(
                                                                "context://",
                                                                "META-INF/resources/")))
                                .as(each)
                                .isNotNull());
    }

    @Test
    void it_has_a_name_for_who_cannot_see_it_and_keeps_what_is_typed() {
        CodeEditor editor = new CodeEditor("sql", "SQL");
        editor.setValue("SELECT 1");

        assertThat(editor.getElement().getAttribute("label")).isEqualTo("SQL");
        assertThat(editor.getValue()).isEqualTo("SELECT 1");
    }
}
