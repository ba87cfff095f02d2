package cutover.twin.tls;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.browser.Browser;
import cutover.probe.browser.Browsers;
import cutover.probe.browser.PageObservation;
import cutover.probe.browser.PinRule;
import cutover.probe.browser.SessionPlan;
import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.DriverSource;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.LocalMachine;
import cutover.probe.browser.lease.Leases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real browser that was told {@link Authority#spki()}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTrustTest {

    private static final String NAME = "www.example.org";

    private Doorstep doorstep;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) {
        doorstep = new Doorstep();
        browser = browser(folder);
    }

    @AfterAll
    void close() {
        browser.close();
        doorstep.close();
    }

    @Test
    void itOpensWhatTheAuthorityIssued() {
        assertThat(seen(doorstep.usual(NAME)).title()).isEqualTo("hello");
    }

    @Test
    void itOpensAChainWithoutTheIntermediateAsBrowsersDo() {
        assertThat(seen(doorstep.usual(NAME).withoutIntermediate()).title()).isEqualTo("hello");
    }

    @Test
    void itRefusesAnotherRootAndASelfSignedCertificate() {
        assertThat(seen(doorstep.usual(NAME).fromAnotherRoot()).detail()).contains("ERR_CERT_AUTHORITY_INVALID");
        assertThat(seen(doorstep.usual(NAME).selfSigned()).detail()).contains("ERR_CERT_AUTHORITY_INVALID");
    }

    private PageObservation seen(Draft draft) {
        doorstep.show(draft.issued());
        return browser.open(URI.create("https://" + NAME + "/"));
    }

    private Browser browser(Path folder) {
        DriverSource none = (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "not asked");
        return new Browsers(
                        BrowserSettings.usual().install(Install.NEVER),
                        plan(),
                        new BrowserFinder(new LocalMachine(Map.of("PATH", "/usr/bin")), none, line -> {}),
                        new Leases(folder),
                        Clock.systemUTC())
                .open()
                .fold(Browsers.Opened.Ready::browser, unavailable -> {
                    throw new AssertionError(unavailable.toString());
                });
    }

    private SessionPlan plan() {
        PinRule pin = new PinRule(NAME, 443, "127.0.0.1", doorstep.address().getPort());
        return new SessionPlan(
                List.of(pin), true, Optional.of(doorstep.authority().spki()), "twin/1", Set.of());
    }
}
