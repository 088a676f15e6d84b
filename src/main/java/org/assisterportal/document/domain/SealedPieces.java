package org.assisterportal.document.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files' content and names under the outside key: pieces of 256 KB, so that no file lies in memory while it is kept. Each
 * opens only as this piece of this file of so many, so that none can be changed, moved, swapped or left out.
 */
@Component
class SealedPieces {
    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final SecretBox box;

    SealedPieces(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.box = keys.box("document-file");
    }

    static int count(int bytes) {
        return (bytes + PIECE - 1) / PIECE;
    }

    byte[] seal(String name, UUID file) {
        return box.close(name.getBytes(StandardCharsets.UTF_8), file + " name");
    }

    String open(byte[] name, UUID file) {
        return new String(box.open(name, file + " name"), StandardCharsets.UTF_8);
    }

    /** Keeps the content, which has exactly so many bytes. */
    void keep(UUID file, int bytes, InputStream content) throws IOException {
        int pieces = count(bytes);
        byte[] buffer = new byte[PIECE];
        int all = 0;
        for (int number = 0; number < pieces; number++) {
            int read = content.readNBytes(buffer, 0, PIECE);
            all += read;
            jdbc.sql("INSERT INTO document.piece (file, number, sealed) VALUES (:file, :number, :sealed)")
                    .param("file", file)
                    .param("number", number)
                    .param("sealed", box.close(Arrays.copyOf(buffer, read), place(file, number, pieces)))
                    .update();
        }
        if (all != bytes || content.read() >= 0) {
            throw new IOException("the file changed while it was kept");
        }
    }

    /** The whole content; fails when anything of it isn't as it was kept. */
    byte[] read(UUID file, int bytes) {
        int pieces = count(bytes);
        ByteArrayOutputStream content = new ByteArrayOutputStream(bytes);
        for (int number = 0; number < pieces; number++) {
            byte[] sealed =
                    jdbc.sql("SELECT sealed FROM document.piece WHERE file = :file AND number = :number")
                            .param("file", file)
                            .param("number", number)
                            .query((row, at) -> row.getBytes("sealed"))
                            .single();
            content.writeBytes(box.open(sealed, place(file, number, pieces)));
        }
        if (content.size() != bytes) {
            throw new IllegalStateException("a stored file has another length");
        }
        return content.toByteArray();
    }

    private static String place(UUID file, int number, int of) {
        return file + " " + number + "/" + of;
    }
}
