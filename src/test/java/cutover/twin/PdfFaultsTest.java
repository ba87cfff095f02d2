package cutover.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfFaultsTest {

    private static final String ADDRESS = "https://" + Hosts.NEW + "/pdf";

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
    void aPdfCanArriveAsBase64() throws Exception {
        Client.Seen seen = with(Fault.PDF_BASE64);

        assertThat(Base64.getDecoder().decode(seen.body())).isEqualTo(SmallSite.PDF);
        assertThat(seen.header("Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void aPdfCanBePushedThroughUtf8() throws Exception {
        assertThat(with(Fault.PDF_THROUGH_UTF8).text()).startsWith("%PDF-1.4").contains("\ufffd");
    }

    @Test
    void aPdfCanArriveAsBase64ForBrowsersOnly() throws Exception {
        assertThat(with(Fault.PDF_BASE64_FOR_BROWSERS, "Accept", "*/*").body()).isEqualTo(SmallSite.PDF);
        assertThat(with(Fault.PDF_BASE64_FOR_BROWSERS, "Accept", "text/html,*/*")
                        .text())
                .startsWith("JVBERi");
    }

    @Test
    void theFunctionCanFailToPackAPdf() throws Exception {
        Client.Seen seen = with(Fault.PDF_NOT_DECODED);

        assertThat(seen.status()).isEqualTo(500);
        assertThat(seen.text()).contains("An uncaught exception happened while servicing this request");
    }

    @Test
    void aPdfCanBeDamagedByCompressionOnly() throws Exception {
        assertThat(with(Fault.PDF_DAMAGED_BY_GZIP).body()).isEqualTo(SmallSite.PDF);

        Client.Seen packed = with(Fault.PDF_DAMAGED_BY_GZIP, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\ufffd");
        }
    }

    @Test
    void aPdfCanEndInTheMiddle() throws Exception {
        Client.Seen seen = with(Fault.PDF_TRUNCATED);

        assertThat(seen.body()).hasSize(SmallSite.PDF.length / 2);
        assertThat(seen.text()).startsWith("%PDF-").doesNotContain("%%EOF");
    }

    @Test
    void aPdfCanHaveTheWrongType() throws Exception {
        Client.Seen seen = with(Fault.PDF_WRONG_TYPE);

        assertThat(seen.all("Content-Type")).containsExactly("text/html; charset=utf-8");
        assertThat(seen.body()).isEqualTo(SmallSite.PDF);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"PDF_BASE64.*", "PDF_THROUGH_UTF8", "PDF_NOT_DECODED", "PDF_DAMAGED.*", "PDF_TRUNCATED"})
    void pagesAreLeftAlone(Fault fault) throws Exception {
        edge.faults.switchOn(Side.NEW, fault);

        assertThat(edge.client()
                        .get("https://" + Hosts.NEW + "/", "Accept", "text/html", "Accept-Encoding", "gzip")
                        .text())
                .isEqualTo("<p>a page</p>");
    }

    private Client.Seen with(Fault fault, String... headers) throws Exception {
        edge.faults.switchOn(Side.NEW, fault);
        return edge.client().get(ADDRESS, headers);
    }
}
