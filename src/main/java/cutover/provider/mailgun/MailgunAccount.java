package cutover.provider.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailgun.api.v1.MailgunAccountWebhooksApi;
import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.api.v3.MailgunRoutesApi;
import com.mailgun.api.v3.MailgunWebhooksApi;
import com.mailgun.api.v3.suppression.MailgunSuppressionBouncesApi;
import com.mailgun.api.v4.MailgunDomainsApi;
import com.mailgun.enums.WebhookName;
import com.mailgun.model.domains.DomainsParametersFilter;
import com.mailgun.model.events.EventsQueryOptions;
import com.mailgun.model.routes.RoutesPageRequest;
import com.mailgun.model.webhooks.WebhookUpdateRequest;
import cutover.patience.FanOut;
import cutover.provider.Changes;
import cutover.provider.Told;
import feign.FeignException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks an account of Mailgun through Mailgun's own client. Mails and test calls go out exactly once; a question or a
 * deletion may go out once more when the connection breaks under it, which changes nothing. Every method ends at the
 * {@linkplain MailgunAccess#timeout() timeout}. Safe for use by several threads.
 */
public final class MailgunAccount implements AutoCloseable {

    private final MailgunAccess access;

    public MailgunAccount(MailgunAccess access) {
        this.access = access;
    }

    /** All domains of the account in this region. */
    public Told<List<MailDomain>> domains() {
        return ask(wire -> {
            MailgunDomainsApi api = wire.api(MailgunDomainsApi.class);
            return MailgunCalls.pages(skip -> api.getDomainsListFeignResponse(DomainsParametersFilter.builder()
                            .limit(MailgunCalls.PAGE)
                            .skip(skip)
                            .build()))
                    .stream()
                    .map(MailgunRecords::domain)
                    .toList();
        });
    }

    /** Event name, for instance permanent_fail, to where it is posted; in Mailgun's order, only what is set. */
    public Told<Map<String, List<String>>> webhooks(String domain) {
        return ask(wire -> {
            JsonNode body =
                    MailgunAnswers.json(wire.api(MailgunWebhooksApi.class).getAllWebhooksFeignResponse(domain));
            if (!body.has("webhooks")) {
                throw MailgunTrouble.other();
            }
            Map<String, List<String>> set = new LinkedHashMap<>();
            body.get("webhooks")
                    .properties()
                    .forEach(hook -> set.put(hook.getKey(), MailgunRecords.urls(hook.getValue())));
            set.values().removeIf(List::isEmpty);
            return Collections.unmodifiableMap(set);
        });
    }

    /** The webhooks that fire for every domain. */
    public Told<List<AccountHook>> accountHooks() {
        return ask(wire -> MailgunAnswers.list(
                        MailgunAnswers.json(
                                wire.api(MailgunAccountWebhooksApi.class).getAllWebhooksFeignResponse()),
                        "webhooks")
                .stream()
                .map(MailgunRecords::accountHook)
                .toList());
    }

    /** All rules for incoming mail, in Mailgun's order. */
    public Told<List<MailRoute>> routes() {
        return ask(wire -> {
            MailgunRoutesApi api = wire.api(MailgunRoutesApi.class);
            return MailgunCalls.pages(skip -> api.getRoutesListFeignResponse(RoutesPageRequest.builder()
                            .limit(MailgunCalls.PAGE)
                            .skip(skip)
                            .build()))
                    .stream()
                    .map(MailgunRecords::route)
                    .toList();
        });
    }

    /**
     * Points the webhook of an event elsewhere; refused with 404 when the domain has none for it.
     *
     * @param event for instance permanent_fail
     * @param urls in place of all that are set; at least one
     * @return where the event is posted now
     * @throws IllegalArgumentException when Mailgun has no such event
     */
    @Changes
    public Told<List<String>> pointWebhookAt(String domain, String event, List<String> urls) {
        WebhookName name = MailgunRecords.event(event);
        WebhookUpdateRequest wanted = WebhookUpdateRequest.builder().urls(urls).build();
        return ask(wire -> {
            JsonNode body = MailgunAnswers.json(
                    wire.api(MailgunWebhooksApi.class).updateWebhookFeignResponse(domain, name, wanted));
            return Optional.of(MailgunRecords.urls(body.path("webhook")))
                    .filter(set -> !set.isEmpty())
                    .orElseThrow(MailgunTrouble::other);
        });
    }

    /**
     * Points what a route forwards to a URL elsewhere; mail that it forwards to an address goes on as before.
     *
     * @return the route as it is now
     * @throws IllegalArgumentException when it forwards to no URL
     */
    @Changes
    public Told<MailRoute> pointRouteAt(MailRoute route, String url) {
        List<String> actions = route.forwardingTo(url);
        return ask(wire -> Optional.of(
                        MailgunAnswers.json(wire.api(RouteActionsApi.class).update(route.id(), actions)))
                .filter(body -> body.has("actions"))
                .map(MailgunRecords::route)
                .orElseThrow(MailgunTrouble::other));
    }

    /**
     * Sends a mail, exactly once. When the answer stays away it can't be told whether it was taken: look for it with
     * {@link #events}.
     *
     * @return the message's id without angle brackets
     */
    public Told<String> send(TestMessage message) {
        return ask(wire -> {
            JsonNode body = MailgunAnswers.json(wire.api(MailgunMessagesApi.class)
                    .sendMessageFeignResponse(message.domain(), MailgunRecords.form(message)));
            return Optional.of(MailgunAnswers.text(body, "id").replaceAll("^<|>$", ""))
                    .filter(id -> !id.isEmpty())
                    .orElseThrow(MailgunTrouble::other);
        });
    }

    /**
     * Lets Mailgun post a sample of an event, exactly once, as its test button does.
     *
     * @param event for instance permanent_fail
     * @param url where to; need not be set as a webhook
     */
    public Told<TestCall> testCall(String domain, String event, String url) {
        return ask(wire -> {
            JsonNode body = MailgunAnswers.json(wire.api(WebhookTestApi.class).test(domain, event, url));
            if (!body.path("code").canConvertToInt()) {
                throw MailgunTrouble.other();
            }
            return new TestCall(body.path("code").asInt(), MailgunAnswers.text(body, "message"));
        });
    }

    /**
     * What happened to the mail of a domain, oldest first, all pages. Mailgun may tell an event some minutes late.
     *
     * @param begin first second, inclusive
     * @param end inclusive
     * @param recipient bare address; empty for all
     */
    public Told<List<MailEvent>> events(String domain, Instant begin, Instant end, String recipient) {
        Instant first = begin.truncatedTo(ChronoUnit.SECONDS);
        EventsQueryOptions query = EventsQueryOptions.builder()
                .begin(first.getEpochSecond())
                .end(end.getEpochSecond() + 1)
                .ascending(true)
                .limit(MailgunEvents.PAGE)
                .recipient(recipient.isEmpty() ? null : recipient)
                .build();
        return ask(wire -> new MailgunEvents(wire)
                .all(domain, query).stream()
                        .map(MailgunEvents::event)
                        .filter(event ->
                                !event.at().isBefore(first) && !event.at().isAfter(end))
                        .toList());
    }

    /**
     * Incoming mails that a route has stored, oldest first, each fetched as it came. One that is gone meanwhile is left
     * out.
     *
     * @param recipient bare address, compared without case; empty for all
     * @param since first second, inclusive
     */
    public Told<List<StoredMail>> stored(String domain, String recipient, Instant since) {
        Instant first = since.truncatedTo(ChronoUnit.SECONDS);
        EventsQueryOptions query = EventsQueryOptions.builder()
                .eventFieldFilterExpression("stored")
                .begin(first.getEpochSecond())
                .ascending(true)
                .limit(MailgunEvents.PAGE)
                .build();
        return ask(wire -> new MailgunEvents(wire)
                .all(domain, query).stream()
                        .filter(event -> !MailgunEvents.at(event).isBefore(first))
                        .flatMap(event -> MailgunEvents.recipients(event).stream()
                                .filter(to -> recipient.isEmpty() || to.equalsIgnoreCase(recipient))
                                .limit(1)
                                .flatMap(to -> MailgunCalls.fetched(wire, event, to).stream()))
                        .toList());
    }

    /** Deletes a stored mail; true also when it was gone before. */
    public Told<Boolean> deleteStored(StoredMail mail) {
        return ask(wire -> MailgunCalls.gone(() -> wire.stored(mail.url()).delete()));
    }

    /** Lets mail go to an address that bounced before; true also when it was not suppressed. */
    public Told<Boolean> deleteSuppression(String domain, String address) {
        return ask(wire -> MailgunCalls.gone(
                () -> wire.api(MailgunSuppressionBouncesApi.class).deleteBounceFeignResponse(domain, address)));
    }

    private <T> Told<T> ask(Function<MailgunWire, T> question) {
        MailgunWire wire = new MailgunWire(access, access.apiKey().get());
        return new FanOut(1, access.timeout())
                .<MailgunWire, Told<T>>each(
                        List.of(wire),
                        asked -> told(question, asked),
                        (asked, why) -> Told.unavailable("Mailgun: " + why))
                .get(0);
    }

    private static <T> Told<T> told(Function<MailgunWire, T> question, MailgunWire wire) {
        try {
            return Told.value(question.apply(wire));
        } catch (MailgunTrouble trouble) {
            return trouble.told();
        } catch (FeignException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Told.unavailable("no answer from Mailgun: " + cause.getMessage());
        }
    }

    /** Nothing is kept open between questions. */
    @Override
    public void close() {}
}
