package org.assisterportal.document.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.assisterportal.document.FileKind;

/**
 * Whether a picture's file was sent whole: it is walked part by part to its end, and nothing of it is unpacked. What
 * cameras keep behind the picture, such as a short film, is left alone.
 */
final class WholePicture {
    private static final int PNG_SIGNATURE = 8;
    /** Length and type before, check value behind. */
    private static final int PNG_CHUNK = 12;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    private final ByteBuffer file;

    private WholePicture(byte[] content) {
        this.file = ByteBuffer.wrap(content);
    }

    static boolean is(FileKind kind, byte[] content) {
        WholePicture picture = new WholePicture(content);
        return switch (kind) {
            case PNG -> picture.isPng();
            case JPEG -> picture.isJpeg();
            case HEIC -> picture.isHeic();
            case PDF -> throw new IllegalArgumentException("a PDF is no picture");
        };
    }

    /** Chunks up to IEND, with pixels among them. */
    private boolean isPng() {
        boolean pixels = false;
        long at = PNG_SIGNATURE;
        while (at + PNG_CHUNK <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at));
            String type = type((int) at + 4);
            at += PNG_CHUNK + length;
            if (type.equals("IEND")) {
                return pixels && at <= file.limit();
            }
            pixels |= type.equals("IDAT") && length > 0;
        }
        return false;
    }

    /** Segments, then at least one scan, then the mark of the end; a small picture within a segment isn't looked at. */
    private boolean isJpeg() {
        boolean pixels = false;
        int at = 2;
        while (at + 1 < file.limit()) {
            int mark = Byte.toUnsignedInt(file.get(at + 1));
            if (Byte.toUnsignedInt(file.get(at)) != 0xFF || mark == 0xFF) {
                // Within a scan, or filling before a mark.
                at++;
            } else if (mark == END) {
                return pixels;
            } else if (mark == 0 || mark == 1 || mark >= 0xD0 && mark <= 0xD8) {
                at += 2;
            } else if (at + 4 > file.limit()) {
                return false;
            } else {
                pixels |= mark == SCAN;
                at += 2 + Short.toUnsignedInt(file.getShort(at + 2));
            }
        }
        return false;
    }

    /** Boxes that lie in the file wholly, one that says what is in it and one that has it. */
    private boolean isHeic() {
        boolean described = false;
        boolean pixels = false;
        long at = 0;
        while (at + 8 <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at));
            String type = type((int) at + 4);
            if (length == 0 && !type.equals("mdat")) {
                // Filling behind the last box.
                break;
            }
            if (length == 1 && at + 16 <= file.limit()) {
                length = file.getLong((int) at + 8);
            } else if (length == 0) {
                length = file.limit() - at;
            }
            if (length < 8 || length > file.limit() - at) {
                return false;
            }
            described |= type.equals("meta") && length > 12;
            pixels |= type.equals("mdat") && length > 8 || type.equals("meta") && contains(at, length, "idat");
            at += length;
        }
        return described && pixels;
    }

    private boolean contains(long from, long length, String type) {
        for (long at = from; at + 4 <= from + length; at++) {
            if (type((int) at).equals(type)) {
                return true;
            }
        }
        return false;
    }

    private String type(int at) {
        byte[] type = new byte[4];
        file.get(at, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
