package cutover.twin;

import cutover.twin.clockwork.Ids;
import cutover.twin.log.HerokuLog;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A process of the old platform that ends with the one command it was started for, as its log tells of it. */
record OneOff(String process, HerokuLog log, Ids ids) {

    private static final String MANAGE = "python manage.py ";

    /** @param known management commands; each is given the id under which it works */
    void run(String command, Map<String, Consumer<String>> known) {
        log.platform(process, "Starting process with command `" + command + "`");
        log.platform(process, "State changed from starting to up");
        int code = work(command, known);
        log.platform(process, "Process exited with status " + code);
        log.platform(process, "State changed from up to complete");
    }

    private int work(String command, Map<String, Consumer<String>> known) {
        String id = ids.uuid();
        log.oneOff(id, process);
        String name = command.startsWith(MANAGE) ? command.substring(MANAGE.length()) : "";
        Optional<Consumer<String>> work = Optional.ofNullable(known.get(name));
        work.ifPresentOrElse(each -> each.accept(id), () -> log.line(id, "Unknown command: '" + name + "'"));
        return work.isPresent() ? 0 : 1;
    }
}
