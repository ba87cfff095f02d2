package cutover.provider.mailgun;

import com.mailgun.api.MailgunApi;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/** What Mailgun's client lacks: the test button of a webhook. */
@Headers("Accept: application/json")
interface WebhookTestApi extends MailgunApi {

    /** @param url the webhook; Mailgun posts a sample of the event there */
    @RequestLine("PUT /domains/{domain}/webhooks/{event}/test")
    @Headers("Content-Type: multipart/form-data")
    Response test(@Param("domain") String domain, @Param("event") String event, @Param("url") String url);
}
