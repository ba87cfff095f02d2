package cutover.build.jenkins;

import groovy.lang.Script;
import java.util.ArrayDeque;
import java.util.Deque;

/** The script that a Jenkinsfile is: whatever it calls and does not define itself is looked up in the current words. */
public abstract class PipelineScript extends Script {

    private final Deque<Words> words = new ArrayDeque<>();

    @Override
    public Object invokeMethod(String name, Object arguments) {
        Object[] given = (Object[]) arguments;
        return getMetaClass().respondsTo(this, name, given).isEmpty()
                ? words.getFirst().said(name, given)
                : getMetaClass().invokeMethod(this, name, given);
    }

    /** Runs a block in which other words than around it have a meaning. */
    Object within(Words meanings, groovy.lang.Closure<?> block) {
        words.push(meanings);
        try {
            return block.call();
        } finally {
            words.pop();
        }
    }

    /** Runs the whole file. */
    void within(Words meanings) {
        words.push(meanings);
        try {
            run();
        } finally {
            words.pop();
        }
    }

    /** What can be said at one place of a Jenkinsfile. */
    @FunctionalInterface
    interface Words {

        Object said(String name, Object[] arguments);
    }
}
