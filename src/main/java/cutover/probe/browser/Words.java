package cutover.probe.browser;

/** What Selenium's exceptions say, without the pages of build numbers behind it. */
final class Words {

    private Words() {}

    /** The first line; the class when there is none. */
    static String first(RuntimeException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    /** Chromium's {@code net::ERR_…} code in it; empty without one. */
    static String code(RuntimeException e) {
        String line = first(e);
        int at = line.indexOf("net::ERR_");
        return at < 0 ? "" : line.substring(at).split("[^A-Za-z0-9_:]", 2)[0];
    }
}
