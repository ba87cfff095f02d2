package cutover.build.jenkins;

/** The Jenkinsfile says something that Jenkins would not understand. */
final class Broken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    Broken(String why) {
        super(why);
    }
}
