package org.assisterportal.pages;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.ui.Model;

/** What the page for a new authenticator shows: the picture to scan, and the key in groups of four. */
public final class QrPicture {
    private static final int MARGIN = 4;

    private QrPicture() {}

    /** Puts both into the page; {@code uri} is what the app reads off the picture, {@code key} what one types. */
    public static void show(String uri, String key, Model model) {
        model.addAttribute("secret", key.replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("qr", "data:image/svg+xml;base64," + svg(uri));
    }

    private static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * MARGIN;
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                        + "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
