package cutover.config;

import org.snakeyaml.engine.v2.exceptions.Mark;

/** Line and column in a file, from 1; 0 means the file as a whole. */
record Place(int line, int column) {

    static final Place WHOLE_FILE = new Place(0, 0);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
