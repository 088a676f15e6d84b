package org.assisterportal.carrier.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.assisterportal.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files' content under the outside key: pieces of 256 KB, so that no file lies in memory. Each opens only as this piece of
 * this file, and the last one only as the last.
 */
@Component
class FilePieces {
    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;
    private final SecretBox box;

    FilePieces(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.box = keys.box("carrier-file");
    }

    /** Takes a file's content as it is written. */
    Taking take(int control) {
        return new Taking(new Sealing(control), Sha256.begin());
    }

    /** Gives back the whole content; fails when anything of it isn't as it was kept. */
    void give(int control, long bytes, byte[] digest, OutputStream to) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        long given = 0;
        int pieces = (int) ((bytes + PIECE - 1) / PIECE);
        for (int number = 0; number < pieces; number++) {
            byte[] sealed =
                    jdbc.sql("SELECT sealed FROM carrier.piece WHERE interchange = :control AND number = :number")
                            .param("control", control)
                            .param("number", number)
                            .query((row, at) -> row.getBytes("sealed"))
                            .single();
            byte[] piece = box.open(sealed, place(control, number, number == pieces - 1));
            sha256.update(piece);
            to.write(piece);
            given += piece.length;
        }
        if (given != bytes || !Arrays.equals(digest, sha256.digest())) {
            throw new IllegalStateException("a stored file isn't as it was written");
        }
    }

    private void keep(int control, int number, byte[] sealed) {
        jdbc.sql("INSERT INTO carrier.piece (interchange, number, sealed) VALUES (:control, :number, :sealed)")
                .param("control", control)
                .param("number", number)
                .param("sealed", sealed)
                .update();
    }

    private static String place(int control, int number, boolean last) {
        return control + " " + number + (last ? " last" : "");
    }

    /** A file that is being kept. */
    static final class Taking extends DigestOutputStream {
        private final Sealing sealing;

        private Taking(Sealing sealing, MessageDigest digest) {
            super(sealing, digest);
            this.sealing = sealing;
        }

        long bytes() {
            return sealing.bytes;
        }

        byte[] sha256() {
            return getMessageDigest().digest();
        }
    }

    private final class Sealing extends OutputStream {
        private final int control;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private int number;
        private long bytes;

        Sealing(int control) {
            this.control = control;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) {
            int done = 0;
            while (done < length) {
                // A full piece is sealed when more comes, since only then it isn't the last.
                if (filled == PIECE) {
                    seal(false);
                }
                int fits = Math.min(PIECE - filled, length - done);
                System.arraycopy(content, from + done, piece, filled, fits);
                filled += fits;
                done += fits;
            }
            bytes += length;
        }

        @Override
        public void close() {
            seal(true);
        }

        private void seal(boolean last) {
            keep(control, number, box.close(Arrays.copyOf(piece, filled), place(control, number, last)));
            number++;
            filled = 0;
        }
    }
}
