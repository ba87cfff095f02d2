package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailgun.api.v3.MailgunEventsApi;
import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.enums.EventType;
import com.mailgun.model.events.EventItem;
import com.mailgun.model.events.EventsQueryOptions;
import com.mailgun.model.events.EventsResponse;
import com.mailgun.model.message.Message;
import feign.FeignException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads events as a client does: filtered, and page after page until one is empty. */
@SuppressWarnings("deprecation") // the vendor has a newer log besides, and no date for the end of this one
class EventsTest {

    private final Rig rig = new Rig();
    private final Instant start = rig.clock.instant();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void pagesGoOnUntilOneIsEmpty() {
        for (int i = 0; i < 5; i++) {
            accept("u" + i + "@example.com");
        }

        assertThat(everything(ascending().limit(2).build()))
                .extracting(EventItem::getRecipient)
                .containsExactly(
                        "u0@example.com", "u1@example.com", "u2@example.com", "u3@example.com", "u4@example.com");
        assertThat(everything(EventsQueryOptions.builder().limit(2).build()))
                .extracting(EventItem::getRecipient)
                .containsExactly(
                        "u4@example.com", "u3@example.com", "u2@example.com", "u1@example.com", "u0@example.com");
    }

    @Test
    void aPageLeadsBackToTheOneBefore() {
        for (int i = 0; i < 4; i++) {
            accept("u" + i + "@example.com");
        }
        EventsResponse first = api().getEvents(Rig.US, ascending().limit(2).build());
        EventsResponse second = next(first);

        EventsResponse back = api().getEvents(Rig.US, page(second.getPaging().getPrevious()));

        assertThat(back.getItems()).isEqualTo(first.getItems());
        assertThat(api().getEvents(Rig.US, page(next(second).getPaging().getPrevious()))
                        .getItems())
                .isEqualTo(second.getItems());
    }

    @Test
    void theEmptyPageFillsWithWhatHappensLater() {
        EventsResponse end = api().getEvents(Rig.US, ascending().build());

        accept("late@example.com");

        assertThat(next(end).getItems()).extracting(EventItem::getRecipient).containsExactly("late@example.com");
    }

    @Test
    void withoutABeginningItGoesBackFromNow() {
        accept("early@example.com");
        rig.clock.move(Duration.ofMinutes(5));
        accept("late@example.com");

        assertThat(everything(EventsQueryOptions.builder().build()))
                .extracting(EventItem::getRecipient)
                .containsExactly("late@example.com", "early@example.com");
    }

    @Test
    void aRangeOfTimeIsKept() {
        accept("early@example.com");
        rig.clock.move(Duration.ofMinutes(5));
        accept("middle@example.com");
        rig.clock.move(Duration.ofMinutes(5));
        accept("late@example.com");

        assertThat(everything(EventsQueryOptions.builder()
                        .begin(start.getEpochSecond() + 200)
                        .end(start.getEpochSecond() + 400)
                        .build()))
                .extracting(EventItem::getRecipient)
                .containsExactly("middle@example.com");
    }

    @Test
    void fieldsFilterByWholeWords() {
        String id = accept("ann@example.com", "run-1", "nightly");
        accept("joann@example.com", "run-12");

        assertThat(recipients(ascending().recipient("ann@example.com").build())).containsExactly("ann@example.com");
        assertThat(recipients(ascending().messageId(id.replaceAll("[<>]", "")).build()))
                .containsExactly("ann@example.com");
        assertThat(recipients(ascending().tags("run-1").build())).containsExactly("ann@example.com");
        assertThat(recipients(ascending().tags("run-1 OR run-12").build())).hasSize(2);
        assertThat(recipients(ascending().tags("run-1 AND nightly").build())).containsExactly("ann@example.com");
        assertThat(recipients(ascending().tags("-run-1").build())).containsExactly("joann@example.com");
        assertThat(recipients(ascending().event(EventType.ACCEPTED).build())).hasSize(2);
        assertThat(recipients(ascending().event(EventType.STORED).build())).isEmpty();
    }

    @Test
    void filtersHoldOnTheNextPageToo() {
        accept("ann@example.com");
        accept("joe@example.com");
        accept("ann@example.com");
        EventsResponse first = api().getEvents(
                        Rig.US,
                        ascending().recipient("ann@example.com").limit(1).build());

        assertThat(next(first).getItems()).extracting(EventItem::getRecipient).containsExactly("ann@example.com");
        assertThat(next(next(first)).getItems()).isEmpty();
    }

    @Test
    void aQueryThatMakesNoSenseIsRefused() {
        assertThatThrownBy(
                        () -> api().getEvents(Rig.US, ascending().size(">100").build()))
                .isInstanceOf(FeignException.BadRequest.class);
        assertThatThrownBy(() -> api().getEvents(
                                Rig.US,
                                ascending().end(start.getEpochSecond() - 60).build()))
                .isInstanceOf(FeignException.BadRequest.class);
        assertThatThrownBy(() -> api().getEvents(Rig.US, "bm8gdG9rZW4")).isInstanceOf(FeignException.BadRequest.class);
    }

    private EventsQueryOptions.EventsQueryOptionsBuilder ascending() {
        return EventsQueryOptions.builder().begin(start.getEpochSecond()).ascending(true);
    }

    private List<String> recipients(EventsQueryOptions query) {
        return everything(query).stream().map(EventItem::getRecipient).toList();
    }

    private List<EventItem> everything(EventsQueryOptions query) {
        List<EventItem> all = new ArrayList<>();
        EventsResponse page = api().getEvents(Rig.US, query);
        while (!page.getItems().isEmpty()) {
            all.addAll(page.getItems());
            page = next(page);
        }
        return all;
    }

    private EventsResponse next(EventsResponse page) {
        assertThat(page.getPaging().getNext()).startsWith(rig.usUrl() + "v3/" + Rig.US + "/events/");
        return api().getEvents(Rig.US, page(page.getPaging().getNext()));
    }

    private static String page(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** In test mode, so that nothing happens to it later. */
    private String accept(String to, String... tags) {
        Message message = Rig.message(to).tag(List.of(tags)).testMode(true).build();
        return rig.us(MailgunMessagesApi.class).sendMessage(Rig.US, message).getId();
    }

    private MailgunEventsApi api() {
        return rig.us(MailgunEventsApi.class);
    }
}
