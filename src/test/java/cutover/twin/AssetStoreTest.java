package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetStoreTest {

    private static final String STORE = "https://" + Hosts.ASSETS;

    @TempDir
    private Path folder;

    private Edge edge;

    @BeforeEach
    void open() {
        edge = new Edge(folder);
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void anObjectIsServedWithItsTypeAndTheStoresHeaders() throws Exception {
        Client.Seen seen = edge.client().get(STORE + "/a.css");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("text/css");
        assertThat(seen.header("Server")).isEqualTo("AmazonS3");
        assertThat(seen.header("x-amz-request-id")).matches("[0-9A-F]{16}");
        assertThat(seen.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void anotherOriginMayLoadFonts() throws Exception {
        assertThat(edge.client()
                        .get(STORE + "/a.ttf", "Origin", "https://" + Hosts.NEW)
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /nothing.css", "PUT, /a.css"})
    void whatIsNotPublicIsDenied(String method, String path) throws Exception {
        Client.Seen seen = edge.client().send(method, STORE + path, method.equals("PUT") ? "x" : "");

        assertThat(seen.status()).isEqualTo(403);
        assertThat(seen.text()).contains("<Code>AccessDenied</Code>");
    }

    @Test
    void theStoreCanRefuseItsStyleSheets() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.STYLES_FORBIDDEN);

        assertThat(edge.client().get(STORE + "/a.css").status()).isEqualTo(403);
        assertThat(edge.client().get(STORE + "/a.ttf").status()).isEqualTo(200);
    }

    @Test
    void theStoreCanBeListable() throws Exception {
        edge.faults.switchOn(Side.NEW, Fault.STORE_LISTABLE);

        assertThat(edge.client().get(STORE + "/").status()).isEqualTo(200);
        assertThat(edge.client().get(STORE + "/").text()).contains("<ListBucketResult", "<Key>");
    }

    @Test
    void aSignedAddressHoldsUntilItsOwnTime() throws Exception {
        long now = edge.clock.instant().getEpochSecond();

        assertThat(edge.client()
                        .get(STORE + "/a.css?Signature=x&Expires=" + (now + 60))
                        .status())
                .isEqualTo(200);
        assertThat(edge.client()
                        .get(STORE + "/a.css?Signature=x&Expires=" + (now - 60))
                        .text())
                .contains("Request has expired");
    }
}
