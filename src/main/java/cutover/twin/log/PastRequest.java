package cutover.twin.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A stranger's request that was answered some time ago.
 *
 * @param error message of the ERROR record that it left; empty for none
 */
record PastRequest(String id, Instant at, String path, int status, Duration taken, String error) {

    static final String NO_CLIP = "Traceback (most recent call last):\n"
            + "  File \"/var/task/clips/views.py\", line 31, in get\n"
            + "    clip = Clip.objects.get(pk=pk)\n"
            + "clips.models.DoesNotExist: Clip matching query does not exist.";

    static final String NO_CONNECTION = "Traceback (most recent call last):\n"
            + "  File \"/var/task/django/db/backends/postgresql/base.py\", line 174, in get_new_connection\n"
            + "    connection = Database.connect(**conn_params)\n"
            + "django.db.utils.OperationalError: FATAL:  remaining connection slots are reserved for non-replication"
            + " superuser connections";

    /** What a task says that belongs to no request. */
    static final String LOST_OBJECT = "could not store the form\nTraceback (most recent call last):\n"
            + "  File \"/var/task/intake/tasks.py\", line 12, in store\n"
            + "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling PutObject";

    static final String DUMP = "Zappa Event: {'resource': '/{proxy+}', 'path': '/apply/', 'httpMethod': 'POST',"
            + " 'headers': {'Cookie': 'csrftoken=rehearsal'}, 'body': 'first_name=Rehearsal', 'isBase64Encoded': False}";

    static PastRequest of(String id, Instant at, String path, int status) {
        return new PastRequest(id, at, path, status, Duration.ofMillis(120 + at.getEpochSecond() % 200), "");
    }

    static PastRequest failed(String id, Instant at, String path, String trace) {
        return of(id, at, path, 500).telling("Internal Server Error: " + path + "\n" + trace);
    }

    PastRequest taking(Duration time) {
        return new PastRequest(id, at, path, status, time, error);
    }

    PastRequest telling(String message) {
        return new PastRequest(id, at, path, status, taken, message);
    }

    Instant end() {
        return at.plus(taken);
    }

    /** The message of its access line. */
    String access() {
        return String.format(
                Locale.ROOT,
                "192.0.2.77 - - [%s] \"GET %s HTTP/1.1\" %d 5120 \"\" \"Mozilla/5.0 (stranger)\" %d/%.3f",
                RecordShape.accessTime(end()),
                path,
                status,
                taken.toSeconds(),
                taken.toNanos() / 1e6);
    }
}
