package cutover.probe.tls;

import static cutover.probe.tls.Probes.NAME;
import static cutover.probe.tls.Probes.probe;
import static cutover.probe.tls.Probes.shaken;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.tls.Staple.Response;
import cutover.probe.tls.Staple.Response.Status;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StapleTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"TLSv1.2, GOOD", "TLSv1.3, GOOD", "TLSv1.3, REVOKED"})
    void whatIsStapledIsTold(String version, Status status) throws Exception {
        // nobody can set the clock of the server's own JVM, so all is valid for very long
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Instant next = Instant.parse("2049-01-01T00:00:00Z");
        CertificateStatus says = status == Status.GOOD
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(from), CRLReason.keyCompromise);
        AtomicReference<byte[]> response = new AtomicReference<>();
        Issued root = Issued.root("CN=Root");
        try (Responder responder = new Responder(response::get)) {
            Issued leaf = root.issues(Recipe.server(NAME)
                    .serial(77)
                    .ocsp(responder.url())
                    .between("2024-01-01T00:00:00Z", "2049-01-01T00:00:00Z"));
            response.set(Responder.says(says, root, leaf, from, next));
            try (Stapler stapler = new Stapler(version, stored(leaf, root))) {
                Shaken seen = shaken(probe(Issued.anchors(root)).look(NAME, stapler.address()));
                assertThat(seen.protocol()).isEqualTo(version);
                assertThat(seen.staple()).isEqualTo(new Response(status, from, Optional.of(next)));
            }
        }
    }

    private Path stored(Issued leaf, Issued root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = {leaf.certificate(), root.certificate()};
        store.setKeyEntry("own", leaf.keys().getPrivate(), Stapler.PASSWORD, chain);
        Path file = directory.resolve("own.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, Stapler.PASSWORD);
        }
        return file;
    }
}
