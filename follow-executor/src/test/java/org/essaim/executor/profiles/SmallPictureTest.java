package org.essaim.executor.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SmallPictureTest {

    /** Where a PNG says how wide and how high it is. */
    private static final int WIDTH_AT = 16;

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(width / 2, height / 2, 0xFFAA3300);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    @Test
    void pictureShouldBeSmallAndEncodedAnewWhenAStrangersFileIsRead() throws IOException {
        SmallPicture picture = SmallPicture.of(png(1000, 400)).orElseThrow();

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        assertThat(shown.getWidth()).isEqualTo(SmallPicture.SIDE);
        assertThat(shown.getHeight()).isEqualTo(SmallPicture.SIDE);
        assertThat(picture.digest())
                .hasSize(64)
                .isEqualTo(SmallPicture.of(png(1000, 400)).orElseThrow().digest());
    }

    @Test
    void pictureShouldBeMadeWhenTheFileIsTiny() throws IOException {
        assertThat(SmallPicture.of(png(1, 1))).isPresent();
    }

    @Test
    void nothingShouldBeDecodedWhenAFewBytesClaimToBeHuge() throws IOException {
        byte[] bomb = png(10, 10);
        ByteBuffer.wrap(bomb).putInt(WIDTH_AT, 60_000).putInt(WIDTH_AT + 4, 60_000);

        assertThat(SmallPicture.of(bomb)).isEmpty();
    }

    @Test
    void nothingShouldBeMadeOfAWebPicture() {
        byte[] lossless =
                HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700");

        assertThat(SmallPicture.of(lossless)).isEmpty();
    }

    @Test
    void nothingShouldBeMadeOfWhatIsNoPicture() {
        assertThat(SmallPicture.of("<html>no".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(SmallPicture.of(new byte[0])).isEmpty();
    }
}
