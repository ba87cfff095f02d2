package cutover.twin.front;

import cutover.twin.web.WebResponse;

/** What a registrar shows under a name that leads nowhere. */
public final class ParkingPage {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en\"><head><title>This domain is parked</title></head><body>"
                    + "<h1>This domain is parked</h1><p>The owner has not set up a site yet.</p></body></html>";

    private ParkingPage() {}

    public static WebResponse shown() {
        return WebResponse.text(200, "text/html; charset=utf-8", PAGE)
                .with("Server", "nginx")
                .with("X-Served-By", "Parking");
    }
}
