package cutover.provider.mailgun;

import com.mailgun.api.MailgunApi;
import feign.Headers;
import feign.RequestLine;
import feign.Response;

/** What Mailgun's client lacks: one kept mail, addressed as a whole, as raw MIME. */
@Headers("Connection: close")
interface StoredMailApi extends MailgunApi {

    @RequestLine("GET")
    @Headers("Accept: message/rfc2822")
    Response raw();

    @RequestLine("DELETE")
    @Headers("Accept: application/json")
    Response delete();
}
