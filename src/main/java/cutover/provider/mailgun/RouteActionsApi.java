package cutover.provider.mailgun;

import com.mailgun.api.MailgunApi;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.util.List;

/** What Mailgun's client lacks: a route's actions in their order, which it keeps in a set. */
@Headers("Accept: application/json")
interface RouteActionsApi extends MailgunApi {

    /** @param actions in place of all; the rest of the route stays as it is */
    @RequestLine("PUT /routes/{id}")
    @Headers("Content-Type: multipart/form-data")
    Response update(@Param("id") String id, @Param("action") List<String> actions);
}
