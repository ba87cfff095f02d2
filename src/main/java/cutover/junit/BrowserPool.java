package cutover.junit;

import cutover.probe.browser.Browser;
import cutover.probe.browser.Browsers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** At most so many browsers at once; each is used by one step at a time and handed on as new. */
final class BrowserPool implements AutoCloseable {

    private final Browsers browsers;
    private final Semaphore places;
    private final Deque<Browser> idle = new ArrayDeque<>();

    BrowserPool(Browsers browsers, int most) {
        this.browsers = browsers;
        this.places = new Semaphore(most, true);
    }

    /** A browser without cookies; waits until one is free. Give it back. */
    Browsers.Opened borrow() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Browsers.Opened.Unavailable("no browser is free", "interrupted", "run again");
        }
        boolean taken = false;
        try {
            Browsers.Opened opened = idleOrNew();
            taken = opened.fold(ready -> true, unavailable -> false);
            return opened;
        } finally {
            if (!taken) {
                places.release();
            }
        }
    }

    /** Takes a browser back; one that died is forgotten. */
    void giveBack(Browser browser) {
        if (browser.alive()) {
            browser.forget();
        }
        if (browser.alive()) {
            synchronized (idle) {
                idle.push(browser);
            }
        } else {
            browser.close();
        }
        places.release();
    }

    @Override
    public void close() {
        for (Browser browser = next(); browser != null; browser = next()) {
            browser.close();
        }
    }

    private Browsers.Opened idleOrNew() {
        for (Browser browser = next(); browser != null; browser = next()) {
            if (browser.alive()) {
                return new Browsers.Opened.Ready(browser);
            }
            browser.close();
        }
        return browsers.open();
    }

    private Browser next() {
        synchronized (idle) {
            return idle.poll();
        }
    }
}
