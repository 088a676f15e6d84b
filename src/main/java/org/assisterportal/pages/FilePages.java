package org.assisterportal.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as responses: one that somebody sent in can do nothing, no script, no form, nothing from elsewhere; and papers of ours. */
public final class FilePages {
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    private FilePages() {}

    /**
     * The response.
     *
     * @param type recognized from the content, never what its sender called it
     * @param shown whether browsers show it; else it is saved
     */
    public static ResponseEntity<byte[]> of(String name, String type, boolean shown, byte[] content) {
        ContentDisposition disposition =
                (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** A paper that was made here, to be saved under this name. */
    public static ResponseEntity<byte[]> paper(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
