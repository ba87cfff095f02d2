package audit;

import cutover.probe.log.AccessLine;

/** Requests of strangers: how many, how they ended, and how long they took. */
final class Tally {

    private final Spans spans = new Spans();
    private int requests;
    private int refused;
    private int failed;

    void add(AccessLine line) {
        requests++;
        refused += line.state() / 100 == 4 ? 1 : 0;
        failed += line.state() / 100 == 5 ? 1 : 0;
        // zero is how a writer leaves it out
        if (!line.duration().isZero()) {
            spans.add(line.duration());
        }
    }

    int requests() {
        return requests;
    }

    /** Those that were answered with 4xx or 5xx. */
    int answered(int hundreds) {
        return hundreds == 4 ? refused : failed;
    }

    /** So many of 1000 were answered with 4xx or 5xx; zero where there are none. */
    double share(int hundreds) {
        return requests == 0 ? 0 : 1000.0 * answered(hundreds) / requests;
    }

    Spans spans() {
        return spans;
    }
}
