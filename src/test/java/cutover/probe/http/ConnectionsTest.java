package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Server server = new Server();
    private ServerConnector connector;
    private URI uri;

    @BeforeEach
    void start() throws Exception {
        connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String client =
                        request.getConnectionMetaData().getRemoteSocketAddress().toString();
                if (Request.getPathInContext(request).equals("/last")) {
                    response.getHeaders().put(HttpHeader.CONNECTION, "close");
                }
                Content.Sink.write(response, true, client, callback);
                return true;
            }
        });
        server.start();
        uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void eachExchangeHasAConnectionOfItsOwn() {
        try (HttpProbe probe = Probes.plain();
                Visit visit = probe.visit()) {
            assertThat(answered(probe.get(uri)).text())
                    .isNotEqualTo(answered(probe.get(uri)).text());
            assertThat(answered(visit.get(uri)).text())
                    .isNotEqualTo(answered(visit.get(uri)).text());
        }
    }

    @Test
    void aVisitThatKeepsItsConnectionsAsksOverTheSameOne() {
        try (HttpProbe probe = Probes.plain();
                Visit visit = probe.keptVisit(CookieJar.empty())) {
            Answered first = answered(visit.get(uri));
            Answered second = answered(visit.get(uri));
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.peer()).isEqualTo(first.peer());
        }
    }

    @Test
    void aKeptConnectionIsTheSameForEachExchangeAndOutlivesItsProbe() {
        try (KeptConnection kept = kept()) {
            assertThat(kept.stands()).isFalse();
            String first = answered(kept.get(uri)).text();

            assertThat(kept.stands()).isTrue();
            assertThat(answered(kept.get(uri)).text()).isEqualTo(first);
        }
    }

    @Test
    void aKeptConnectionThatTheServerHasEndedIsNotOpenedAnew() {
        try (KeptConnection kept = kept()) {
            answered(kept.get(uri));
            connector.getConnectedEndPoints().forEach(EndPoint::close);

            await().atMost(Duration.ofSeconds(10)).until(() -> !kept.stands());
            assertThat(none(kept.get(uri)).kind()).isEqualTo(NoAnswer.Kind.CLOSED_EARLY);
            assertThat(none(kept.get(uri)).detail()).isEqualTo("the connection that was kept has ended");
        }
    }

    @Test
    void anAnswerMaySayThatItIsTheLastOnItsConnection() {
        try (KeptConnection kept = kept()) {
            assertThat(answered(kept.get(uri.resolve("/last"))).status()).isEqualTo(200);

            assertThat(kept.stands()).isFalse();
            assertThat(none(kept.get(uri)).kind()).isEqualTo(NoAnswer.Kind.CLOSED_EARLY);
        }
    }

    @Test
    void whereNobodyListensThereIsNothingToKeep() throws Exception {
        server.stop();
        try (KeptConnection kept = kept()) {
            assertThat(none(kept.get(uri)).kind()).isEqualTo(NoAnswer.Kind.REFUSED);
            assertThat(kept.stands()).isFalse();
        }
    }

    private static KeptConnection kept() {
        try (HttpProbe probe = Probes.plain()) {
            return probe.keptConnection();
        }
    }
}
