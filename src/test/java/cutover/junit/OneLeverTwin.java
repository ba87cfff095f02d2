package cutover.junit;

import cutover.twin.Moment;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One twin for the tests of a class: switched before each of them, and put back after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneLeverTwin {

    LeverTwin lever;

    @BeforeAll
    void start(@TempDir Path folder) {
        lever = new LeverTwin(folder);
    }

    @AfterAll
    void end() {
        lever.close();
    }

    @BeforeEach
    void switched() {
        lever.twin.at(Moment.SWITCHED);
    }

    @AfterEach
    void reset() {
        lever.twin.reset();
    }
}
