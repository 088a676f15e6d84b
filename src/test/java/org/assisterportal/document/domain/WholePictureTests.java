package org.assisterportal.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assisterportal.document.FileKind;
import org.junit.jupiter.api.Test;

class WholePictureTests {
    private final byte[] png = TestFiles.picture("png", 0x336699);
    private final byte[] jpeg = TestFiles.picture("jpg", 0x336699);
    private final byte[] heic = TestFiles.heic();

    private static byte[] and(byte[] file, byte... more) {
        byte[] both = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, both, file.length, more.length);
        return both;
    }

    private static byte[] cut(byte[] file, int less) {
        return Arrays.copyOf(file, file.length - less);
    }

    @Test
    void aFileThatWasSentAsAWholeIsWhole() {
        assertThat(WholePicture.is(FileKind.PNG, png)).isTrue();
        assertThat(WholePicture.is(FileKind.JPEG, jpeg)).isTrue();
        assertThat(WholePicture.is(FileKind.HEIC, heic)).isTrue();
    }

    @Test
    void oneByteLessIsNotWhole() {
        assertThat(WholePicture.is(FileKind.PNG, cut(png, 1))).isFalse();
        assertThat(WholePicture.is(FileKind.JPEG, cut(jpeg, 1))).isFalse();
        assertThat(WholePicture.is(FileKind.HEIC, cut(heic, 1))).isFalse();
    }

    @Test
    void whatWasCutAnywhereIsNotWhole() {
        for (int left = 0; left < png.length; left += 7) {
            assertThat(WholePicture.is(FileKind.PNG, Arrays.copyOf(png, left))).as("PNG of %d", left).isFalse();
        }
        for (int left = 0; left < jpeg.length; left += 7) {
            assertThat(WholePicture.is(FileKind.JPEG, Arrays.copyOf(jpeg, left))).as("JPEG of %d", left).isFalse();
        }
        for (int left = 0; left < heic.length; left += 7) {
            assertThat(WholePicture.is(FileKind.HEIC, Arrays.copyOf(heic, left))).as("HEIC of %d", left).isFalse();
        }
    }

    @Test
    void aFileOfTheRightLengthWhoseRestNeverCameIsNotWhole() {
        byte[] hollow = Arrays.copyOf(Arrays.copyOf(jpeg, jpeg.length / 2), jpeg.length);
        assertThat(WholePicture.is(FileKind.JPEG, hollow)).isFalse();
        assertThat(WholePicture.is(FileKind.PNG, Arrays.copyOf(Arrays.copyOf(png, 60), png.length))).isFalse();
        assertThat(WholePicture.is(FileKind.HEIC, Arrays.copyOf(Arrays.copyOf(heic, 24), heic.length))).isFalse();
    }

    @Test
    void aFileWithoutPixelsIsNotWhole() {
        byte[] onlySize = and(Arrays.copyOf(png, 33), Arrays.copyOfRange(png, png.length - 12, png.length));
        assertThat(WholePicture.is(FileKind.PNG, onlySize)).isFalse();
        assertThat(WholePicture.is(FileKind.JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9})).isFalse();
        assertThat(WholePicture.is(FileKind.HEIC, Arrays.copyOf(heic, 56))).as("no box with pixels").isFalse();
    }

    @Test
    void whatStandsBehindThePictureIsLeftAlone() {
        assertThat(WholePicture.is(FileKind.PNG, and(png, (byte) 0, (byte) 0))).isTrue();
        assertThat(WholePicture.is(FileKind.JPEG, and(jpeg, "a short film".getBytes(StandardCharsets.US_ASCII)))).isTrue();
        assertThat(WholePicture.is(FileKind.HEIC, and(heic, new byte[16]))).isTrue();
    }
}
