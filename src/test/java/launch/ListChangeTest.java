package launch;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.PublicPages.Listed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a list is told to have changed since it was remembered. */
class ListChangeTest {

    @Test
    void theSameEntriesInAnotherOrderAreNoChange() {
        assertThat(ListChange.between(List.of("Alameda", "Yolo"), List.of("Yolo", "Alameda"))
                        .isNone())
                .isTrue();
    }

    @Test
    void whatIsGoneAndWhatIsNewIsTold() {
        assertThat(ListChange.between(List.of("Alameda", "Yolo"), List.of("Alameda", "Marin", "Napa"))
                        .told())
                .isEqualTo("gone: Yolo\nnew: Marin, Napa");
    }

    @Test
    void anEntryThatStandsThereOnceMoreIsNew() {
        assertThat(ListChange.between(List.of("Alameda"), List.of("Alameda", "Alameda")))
                .isEqualTo(new ListChange(List.of(), List.of("Alameda")));
    }

    @Test
    void anEmptyListHasLostEverything() {
        assertThat(ListChange.between(List.of("Alameda"), List.of()).told()).isEqualTo("gone: Alameda");
    }

    @Test
    void entriesAreRememberedWithoutTheirOrderAndReadAgain() {
        String told = Listed.told(List.of("Yolo County", "Marin, and others"));

        assertThat(told).isEqualTo(Listed.told(List.of("Marin, and others", "Yolo County")));
        assertThat(Listed.entries(told)).containsExactly("Marin, and others", "Yolo County");
        assertThat(Listed.entries(Listed.told(List.of()))).isEmpty();
    }
}
