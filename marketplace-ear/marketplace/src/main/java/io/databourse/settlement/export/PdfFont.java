package io.databourse.settlement.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Noto Sans SC; of it the document gets the glyphs that it uses.
final class PdfFont {
    private static final String RESOURCE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final String MISSING = "□";
    private static final String ELLIPSIS = "…";
    private static final float THOUSAND = 1000;

    private final PDFont font;

    PdfFont(PDDocument document) throws IOException {
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
                    printable.append(has(character) ? character : MISSING);
                });
        return printable.toString();
    }

    private boolean has(String character) {
        try {
            return font.encode(character).length > 0;
        } catch (IllegalArgumentException noGlyph) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / THOUSAND * size;
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
