package cutover.junit;

import cutover.config.Masker;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.opentest4j.TestAbortedException;

/** What a test threw, as it may be shown: JUnit's own reports print it, and no mask of ours lies over them. */
record Speakable(Masker masker) {

    /** The same, unless it or one of its causes names a secret: then its masked text with the same stack. */
    Throwable failure(Throwable thrown) {
        return isClean(thrown) ? thrown : masked(thrown, new IllegalStateException(text(thrown)));
    }

    /** As {@link #failure(Throwable)}, for what JUnit must go on to take for an abortion. */
    TestAbortedException abortion(TestAbortedException thrown) {
        return isClean(thrown) ? thrown : masked(thrown, new TestAbortedException(text(thrown)));
    }

    private static <T extends Throwable> T masked(Throwable thrown, T speakable) {
        speakable.setStackTrace(thrown.getStackTrace());
        return speakable;
    }

    private boolean isClean(Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        return masker.mask(all.toString()).equals(all.toString());
    }

    private String text(Throwable thrown) {
        return masker.mask(String.valueOf(thrown));
    }
}
