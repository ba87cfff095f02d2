package cutover.twin;

import cutover.twin.fault.Side;
import cutover.twin.web.LogSink;
import cutover.twin.web.Outbox;
import cutover.twin.web.Tasks;

/** What one side's platform gives to the application that runs on it. */
record Platform(Side side, LogSink log, Outbox outbox, Tasks tasks) {}
