package cutover.config;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing that is wrong in a file.
 *
 * @param file as it was given to the reader
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 * @param keyPath such as {@code hosts.www.pins[2]}; empty at the top
 * @param sentence what is wrong
 * @param remedy what to do; may be empty
 */
public record Problem(Path file, int line, int column, String keyPath, String sentence, String remedy)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::shownFile)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::keyPath)
            .thenComparing(Problem::sentence);

    public Problem {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a problem needs a sentence: " + file + ":" + line);
        }
    }

    /** {@code config/environments/temp.yaml:12: hosts.www: what is wrong; what to do}, on one line. */
    public String text() {
        String told = shownFile()
                + (line == 0 ? "" : ":" + line)
                + ": "
                + (keyPath.isEmpty() ? "" : keyPath + ": ")
                + sentence
                + (remedy.isEmpty() ? "" : "; " + remedy);
        return told.replaceAll("\\R", "⏎");
    }

    /** By file, line and column. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    private String shownFile() {
        return file.toString().replace('\\', '/');
    }
}
