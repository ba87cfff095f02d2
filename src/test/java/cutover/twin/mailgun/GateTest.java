package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailgun.api.v3.MailgunDomainsApi;
import com.mailgun.client.MailgunClient;
import cutover.twin.fault.Fault;
import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.Retryer;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key, and the vendor's own trouble. */
class GateTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theKeyHasTheShapeOfItsTime() {
        assertThat(rig.mailgun.apiKey()).matches("key-[0-9a-f]{32}");
    }

    @Test
    void anotherKeyIsForbidden() throws Exception {
        MailgunDomainsApi stranger = Rig.api(rig.usUrl(), "key-wrong", MailgunDomainsApi.class);

        try (Response response = stranger.getDomainsListFeignResponse()) {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.body().asInputStream()).hasContent("Forbidden");
        }
    }

    @Test
    void theRightKeyCanBeRefused() {
        rig.on(Fault.MAILGUN_REFUSES_KEY);

        assertThatThrownBy(() -> domains().getDomainsList()).isInstanceOf(FeignException.Unauthorized.class);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        rig.on(Fault.MAILGUN_THROTTLES);

        try (Response refused = domains().getDomainsListFeignResponse()) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().get("Retry-After")).containsExactly("60");
        }
    }

    @Test
    void theVendorCanBeDown() {
        rig.on(Fault.MAILGUN_FAILS);

        assertThatThrownBy(() -> domains().getDomainsList())
                .isInstanceOfSatisfying(
                        FeignException.ServiceUnavailable.class,
                        e -> assertThat(e.contentUTF8()).contains("Service Unavailable"));
    }

    @Test
    void theVendorCanAnswerSomethingThatIsNotJson() {
        rig.on(Fault.MAILGUN_MALFORMED);

        assertThatThrownBy(() -> domains().getDomainsList())
                .isInstanceOfSatisfying(
                        FeignException.class, e -> assertThat(e.status()).isEqualTo(200))
                .hasMessageContaining("Unexpected character ('<'");
    }

    @Test
    void theVendorCanHangWithoutHoldingUpOthers() {
        rig.on(Fault.MAILGUN_HANGS);
        MailgunDomainsApi impatient = MailgunClient.config(rig.usUrl(), rig.mailgun.apiKey())
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(2, TimeUnit.SECONDS, 200, TimeUnit.MILLISECONDS, false))
                .createApi(MailgunDomainsApi.class);

        assertThatThrownBy(impatient::getDomainsList).hasCauseInstanceOf(SocketTimeoutException.class);

        rig.off(Fault.MAILGUN_HANGS);
        assertThat(domains().getDomainsList().getTotalCount()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneAndAMethodThatIsNoneAreTold() throws Exception {
        assertThat(rig.call("GET", rig.usUrl() + "v3/nothing/here/at/all", "*/*", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(rig.call("DELETE", rig.usUrl() + "v3/domains", "*/*", "").statusCode())
                .isEqualTo(405);
    }

    private MailgunDomainsApi domains() {
        return rig.us(MailgunDomainsApi.class);
    }
}
