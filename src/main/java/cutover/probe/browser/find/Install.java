package cutover.probe.browser.find;

/** Whether the distribution's browser may be installed when there is none. */
public enum Install {
    /** As root on Debian and Ubuntu, after saying so. */
    AUTO,
    NEVER
}
