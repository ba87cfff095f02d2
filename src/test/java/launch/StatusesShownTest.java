package launch;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.Application.Listing;
import cutover.environment.Statuses.Shown;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is read out of a list's rows and an application's own page. */
class StatusesShownTest {

    private static final Listing LIST =
            new Listing("/list/", "List", "tr.row", "data-key", "", "", Pattern.compile(""), "page", 25, 5, true);
    private static final Shown WHERE = new Shown(".status", Pattern.compile("^is (\\w+)"));

    @Test
    void eachRowTellsItsOwnStatusesWhateverTheirOrder() {
        String list = "<table><tr class='row' data-key='17'><td><table>"
                + "<tr><td class='status'>is new</td></tr><tr><td class='status'>is <b>granted</b> today</td></tr>"
                + "</table></td></tr><tr class='row' data-key='18'><td class='status'>is new</td></tr></table>";

        assertThat(StatusesShown.inRows(list, LIST, WHERE).get(17L).statuses()).containsExactly("granted", "new");
        assertThat(StatusesShown.inRows(list, LIST, WHERE).get(18L).statuses()).containsExactly("new");
    }

    @Test
    void aRowWithoutAnIdIsNoApplication() {
        assertThat(StatusesShown.inRows("<table><tr class='row' data-key='all'></tr></table>", LIST, WHERE))
                .isEmpty();
    }

    @Test
    void aTextThatTellsSomethingElseMakesThePageLessThanPlain() {
        StatusesShown page =
                StatusesShown.onPage("<p class='status'>is granted</p><p class='status'>was sent on</p>", WHERE);

        assertThat(page.texts()).containsExactly("is granted", "was sent on");
        assertThat(page.statuses()).containsExactly("granted");
        assertThat(page.isPlain()).isFalse();
    }

    @Test
    void severalAreToldTogetherAndNoneIsToldAsNone() {
        assertThat(StatusesShown.onPage("<p class='status'>is new</p><p class='status'>is granted</p>", WHERE)
                        .told())
                .isEqualTo("granted and new");
        assertThat(StatusesShown.onPage("<p>is new</p>", WHERE).told()).isEqualTo("no status");
    }
}
