package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.eclipse.jetty.io.Content;
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
    private URI uri;

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String client =
                        request.getConnectionMetaData().getRemoteSocketAddress().toString();
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
}
