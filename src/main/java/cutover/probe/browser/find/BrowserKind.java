package cutover.probe.browser.find;

/** The families of browsers that can be driven. */
public enum BrowserKind {
    CHROME("Chrome"),
    CHROMIUM("Chromium"),
    EDGE("Edge"),
    FIREFOX("Firefox"),
    /** Whatever Chromium-based browser a Selenium Grid hands out. */
    GRID("Grid");

    private final String title;

    BrowserKind(String title) {
        this.title = title;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** False for Firefox: no write guard, no observed network, no trusted key of its own, no user-agent suffix. */
    public boolean speaksDevTools() {
        return this != FIREFOX;
    }
}
