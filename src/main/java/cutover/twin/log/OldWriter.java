package cutover.twin.log;

import java.time.Instant;

/** Lines of the old platform's web process. */
record OldWriter(DrainFile file) implements PastWriter {

    private static final String WEB = "app[web.1]";

    @Override
    public void request(PastRequest request) {
        if (!request.error().isEmpty()) {
            event(request.at(), request.id(), request.error());
        }
        write("INFO", request.end(), request.id(), request.access());
    }

    @Override
    public void keptWarm(Instant at, String id) {}

    @Override
    public void event(Instant at, String id, String message) {
        write("ERROR", at, id, message);
    }

    private void write(String level, Instant at, String id, String message) {
        file.write(at, WEB, RecordShape.record(level, at, id, message));
    }
}
