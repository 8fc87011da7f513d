package io.databourse.settlement.export;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes lines of text from top to bottom, on as many pages as it takes.
final class PdfPages implements AutoCloseable {
    static final float MARGIN = 36;

    /// A4, landscape.
    private static final PDRectangle SIZE = new PDRectangle(842, 595);

    private final PDDocument document;
    private final PdfFont font;
    private final String footer;
    private PDPageContentStream page;
    private float y;
    private int pages;

    PdfPages(PDDocument document, PdfFont font, String footer) throws IOException {
        this.document = document;
        this.font = font;
        this.footer = footer;
        this.page = open();
    }

    static float width() {
        return SIZE.getWidth() - 2 * MARGIN;
    }

    /// Whether there is room for so much more on this page.
    boolean has(float height) {
        return y - height > 2 * MARGIN;
    }

    void nextPage() throws IOException {
        page.close();
        page = open();
    }

    void down(float height) {
        y -= height;
    }

    /// @param x from the left margin
    /// @param right whether the text ends at the end of its width
    void text(String text, float size, float x, float width, boolean right) throws IOException {
        String shown = font.fit(font.printable(text), size, width);
        float shift = right ? width - font.width(shown, size) : 0;
        write(shown, size, MARGIN + x + shift, y);
    }

    void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(MARGIN, y - 3);
        page.lineTo(MARGIN + width(), y - 3);
        page.stroke();
    }

    private PDPageContentStream open() throws IOException {
        PDPage sheet = new PDPage(SIZE);
        document.addPage(sheet);
        pages++;
        page = new PDPageContentStream(document, sheet);
        y = SIZE.getHeight() - MARGIN;
        write(font.printable(footer + "  ·  " + pages), 8, MARGIN, MARGIN / 2);
        return page;
    }

    private void write(String text, float size, float x, float baseline) throws IOException {
        page.beginText();
        page.setFont(font.font(), size);
        page.newLineAtOffset(x, baseline);
        page.showText(text);
        page.endText();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
