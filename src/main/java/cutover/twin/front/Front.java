package cutover.twin.front;

/** Answers what comes in at one port; called on many threads at once. */
@FunctionalInterface
public interface Front {

    Reply answer(Incoming request);
}
