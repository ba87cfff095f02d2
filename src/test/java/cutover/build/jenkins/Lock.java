package cutover.build.jenkins;

/** The step and option {@code lock}: waits for its resource, or leaves out what it is around and goes on after that. */
record Lock(Server server, Build build, Call call) {

    void around(Runnable work) {
        String resource = call.text("resource");
        if (!skips()) {
            server.lock(resource);
        } else if (!server.lockIfFree(resource)) {
            build.says("[" + resource + "] is locked by somebody, skipping execution...");
            return;
        }
        try {
            work.run();
        } finally {
            server.unlock(resource);
        }
    }

    private boolean skips() {
        return Boolean.TRUE.equals(call.arguments().get("skipIfLocked"));
    }
}
