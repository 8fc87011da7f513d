package io.databourse.web.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/// An address that a telephone can read off the screen or the paper.
final class QrCode extends Div {
    /// The quiet zone of ISO/IEC 18004, in modules.
    private static final int MARGIN = 4;

    QrCode(String label, String address) {
        addClassName("qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        add(new Svg(svg(address)));
    }

    static String svg(String text) {
        ByteMatrix modules = modules(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        int size = modules.getWidth() + 2 * MARGIN;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
        shape-rendering="crispEdges"><path d="%s" fill="#16212e"/></svg>\
        """
                .formatted(size, size, path);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }
}
