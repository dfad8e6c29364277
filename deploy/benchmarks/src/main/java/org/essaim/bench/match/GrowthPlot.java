package org.essaim.bench.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Time and memory over the number of stored ids, as two small charts in one SVG. */
final class GrowthPlot {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    /** One size. */
    record Point(long storedIds, double seconds, double bytesPerEdge) {

        double megabytes() {
            return bytesPerEdge * storedIds / 1e6;
        }
    }

    private GrowthPlot() {}

    static void write(Path file, List<Point> points) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 290\" font-family=\"sans-serif\"")
                .append(
                        " font-size=\"12\" role=\"img\">\n<title>Time and memory of the matcher over stored ids</title>\n")
                .append("<rect width=\"800\" height=\"290\" fill=\"#fff\"/>\n");
        chart(svg, 60, "seconds to match all", "#b45309", points, Point::seconds);
        chart(svg, 460, "resident megabytes of the state", "#1d4ed8", points, Point::megabytes);
        svg.append("</svg>\n");
        try {
            Files.writeString(file, svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chart(
            StringBuilder svg,
            int left,
            String title,
            String colour,
            List<Point> points,
            ToDoubleFunction<Point> value) {
        double most = points.stream().mapToDouble(value).max().orElse(1) * 1.1;
        double widest = points.getLast().storedIds() * 1.05;
        svg.append(text(left, 24, "start", title))
                .append(line(left, 40, left, 40 + HEIGHT))
                .append(line(left, 40 + HEIGHT, left + WIDTH, 40 + HEIGHT))
                .append(text(left + WIDTH / 2, 280, "middle", "million stored ids"));
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = left + point.storedIds() / widest * WIDTH;
            double y = 40 + HEIGHT - value.applyAsDouble(point) / most * HEIGHT;
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            svg.append(String.format(
                            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour))
                    .append(text(x, y - 8, "middle", String.format(Locale.ROOT, "%.1f", value.applyAsDouble(point))))
                    .append(text(
                            x, 56 + HEIGHT, "middle", String.format(Locale.ROOT, "%.0f", point.storedIds() / 1e6)));
        }
        svg.append("<polyline fill=\"none\" stroke=\"")
                .append(colour)
                .append("\" points=\"")
                .append(path)
                .append("\"/>\n");
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    private static String line(int x1, int y1, int x2, int y2) {
        return "<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" stroke=\"#444\"/>\n";
    }
}
