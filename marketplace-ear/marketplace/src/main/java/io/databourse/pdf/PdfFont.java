package io.databourse.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Noto Sans SC; of it the document gets the glyphs that it uses.
public final class PdfFont {
    private static final String RESOURCE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final String ELLIPSIS = "…";

    /// The font has no ticked box; it is written as an open one with a tick over it.
    static final char TICKED = '☑';

    static final String BOX = "□";
    static final String TICK = "√";
    private static final float THOUSAND = 1000;

    private final PDFont font;

    public PdfFont(PDDocument document) throws IOException {
        try (InputStream file = PdfFont.class.getResourceAsStream(RESOURCE)) {
            font = PDType0Font.load(document, Objects.requireNonNull(file, RESOURCE), true);
        }
    }

    PDFont font() {
        return font;
    }

    /// The text with a box for each character that the font has not.
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    String character = Character.toString(point);
                    printable.append(has(character) ? character : BOX);
                });
        return printable.toString();
    }

    private boolean has(String character) {
        if (character.charAt(0) == TICKED) {
            return true;
        }
        try {
            return font.encode(character).length > 0;
        } catch (IllegalArgumentException noGlyph) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The printable text, cut where a line is full: between words, and not before a mark that
    /// closes what stands before it.
    List<String> wrap(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        float used = 0;
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            used += width(text.substring(at, next), size);
            if (used > width && at > start && !isClosing(text.charAt(at))) {
                int cut = cut(text, start, at);
                lines.add(text.substring(start, cut).stripTrailing());
                start = cut;
                used = width(text.substring(start, next), size);
            }
            at = next;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private static boolean isClosing(char character) {
        return "，。；：、）》”？！".indexOf(character) >= 0;
    }

    /// Before the word that does not fit, unless it is longer than the line.
    private static int cut(String text, int start, int at) {
        int cut = at;
        while (cut > start && isOfWord(text.charAt(cut)) && isOfWord(text.charAt(cut - 1))) {
            cut--;
        }
        return cut == start ? at : cut;
    }

    private static boolean isOfWord(char character) {
        return character > ' ' && character < 0x7f;
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(shown(text)) / THOUSAND * size;
    }

    static String shown(String text) {
        return text.replace(Character.toString(TICKED), BOX);
    }

    /// As much of a printable text as fits.
    String fit(String text, float size, float width) throws IOException {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
