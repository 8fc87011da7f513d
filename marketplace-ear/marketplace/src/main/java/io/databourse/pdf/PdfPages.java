package io.databourse.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes lines of text from top to bottom, on as many pages as it takes.
public final class PdfPages implements AutoCloseable {
    private static final float MARGIN = 36;
    private static final PDRectangle LANDSCAPE = new PDRectangle(842, 595);
    private static final float LEADING = 1.6f;

    private final PDDocument document;
    private final PDRectangle size;
    private final PdfFont font;
    private final String footer;
    private PDPageContentStream page;
    private float y;
    private int pages;

    private PdfPages(PDDocument document, PDRectangle size, PdfFont font, String footer)
            throws IOException {
        this.document = document;
        this.size = size;
        this.font = font;
        this.footer = footer;
        this.page = open();
    }

    /// A4, as letters are.
    public static PdfPages portrait(PDDocument document, PdfFont font, String footer)
            throws IOException {
        return new PdfPages(document, PDRectangle.A4, font, footer);
    }

    /// A4, for wide tables.
    public static PdfPages landscape(PDDocument document, PdfFont font, String footer)
            throws IOException {
        return new PdfPages(document, LANDSCAPE, font, footer);
    }

    public float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    /// Whether there is room for so much more on this page.
    public boolean has(float height) {
        return y - height > 2 * MARGIN;
    }

    public void nextPage() throws IOException {
        page.close();
        page = open();
    }

    public void down(float height) {
        y -= height;
    }

    /// @param x from the left margin
    /// @param right whether the text ends at the end of its width
    public void text(String text, float textSize, float x, float width, boolean right)
            throws IOException {
        String shown = font.fit(font.printable(text), textSize, width);
        float shift = right ? width - font.width(shown, textSize) : 0;
        write(shown, textSize, MARGIN + x + shift, y);
    }

    /// As many lines as the text takes, and new pages where it needs them.
    public void paragraph(String text, float textSize, float x, float width) throws IOException {
        for (String line : font.wrap(font.printable(text), textSize, width)) {
            if (!has(textSize)) {
                nextPage();
                down(textSize);
            }
            write(line, textSize, MARGIN + x, y);
            down(textSize * LEADING);
        }
    }

    public void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(MARGIN, y - 3);
        page.lineTo(MARGIN + width(), y - 3);
        page.stroke();
    }

    private PDPageContentStream open() throws IOException {
        PDPage sheet = new PDPage(size);
        document.addPage(sheet);
        pages++;
        page = new PDPageContentStream(document, sheet);
        y = size.getHeight() - MARGIN;
        write(font.printable(footer + "  ·  " + pages), 8, MARGIN, MARGIN / 2);
        return page;
    }

    private void write(String text, float textSize, float x, float baseline) throws IOException {
        show(PdfFont.shown(text), textSize, x, baseline);
        for (int at = text.indexOf(PdfFont.TICKED); at >= 0; ) {
            show(PdfFont.TICK, textSize, x + font.width(text.substring(0, at), textSize), baseline);
            at = text.indexOf(PdfFont.TICKED, at + 1);
        }
    }

    private void show(String text, float textSize, float x, float baseline) throws IOException {
        page.beginText();
        page.setFont(font.font(), textSize);
        page.newLineAtOffset(x, baseline);
        page.showText(text);
        page.endText();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
