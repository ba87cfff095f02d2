package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static Rehearsed rehearsed;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @Test
    void staffSeeAllSubmissionsNewestFirst() {
        Document page = rehearsed.as("staff").page("/applications/");
        assertThat(page.select("h1").text()).isEqualTo("Applications");
        assertThat(page.select(".app-index-nav-bar li.active").text()).isEqualTo("All Applications (101)");
        assertThat(page.select("h5.page_nav_header").first().text()).isEqualTo("Showing 1 - 25 of 101 applications");
        assertThat(page.select("tr.form_submission")).hasSize(25);
        assertThat(page.select("tr.form_submission").first().attr("data-key"))
                .isEqualTo(Long.toString(rehearsed.facts.newest().id()));
    }
}
