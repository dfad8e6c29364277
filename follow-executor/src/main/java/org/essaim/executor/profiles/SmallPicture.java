package org.essaim.executor.profiles;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A square picture of {@value #SIDE} by {@value #SIDE} points, encoded by us: nothing of what a stranger's file held beside its
 * points is left, and no picture follows a reader around.
 */
public final class SmallPicture {

    static final int SIDE = 96;

    /** Larger ones are not decoded: a few bytes can claim to be a thousand million points. */
    private static final int LONGEST_SIDE = 6000;

    private final byte[] jpeg;

    private SmallPicture(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** One that was encoded before. */
    public static SmallPicture encoded(byte[] jpeg) {
        return new SmallPicture(jpeg.clone());
    }

    /** Reads a stranger's file: JPEG, PNG, GIF or BMP; empty when it is none of these, is broken or is too large. */
    public static Optional<SmallPicture> of(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return shrunk(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Decoders throw all sorts of things at a file that was made to hurt them.
            return Optional.empty();
        }
    }

    private static Optional<SmallPicture> shrunk(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE) {
            return Optional.empty();
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = Math.max(Math.min(width, height) / (2 * SIDE), 1);
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, every);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(square(image), "jpeg", jpeg)) {
            throw new IllegalStateException("every JVM writes JPEG");
        }
        return Optional.of(new SmallPicture(jpeg.toByteArray()));
    }

    /** The middle of it; what is transparent becomes white. */
    private static BufferedImage square(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int x = (image.getWidth() - side) / 2;
        int y = (image.getHeight() - side) / 2;
        BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, SIDE, SIDE, x, y, x + side, y + side, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }

    /** Names it: equal pictures have one name. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }
}
